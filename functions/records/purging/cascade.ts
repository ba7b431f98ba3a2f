import { nextVersion } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { idsIn, type Reference, referencesTo, without } from '../../../shared/records/references.ts';
import { relatedIds } from '../../../shared/records/related-store.ts';
import { withEach } from '../../privacy/erasing/work.ts';
import { type Going, kindNamed, type Steps } from './going.ts';

/** Takes what goes out of a record that names it; in the trash, too. */
async function* clear({ workspaceId, id, by }: Going, { of: kind, field }: Reference, from: string): Steps {
  const of = kindNamed(kind);
  yield await retryLostRace(async () => {
    const before = await recordStore(of).find(workspaceId, from);
    if (!before || !idsIn(before, field).includes(id)) return;
    const after = nextVersion(without(before, field, id), {}, by.now);
    await saveChanges([{ of, before, after, events: [] } as never], by);
  });
}

/** What the registry says of every record that names this one, a few at once; `purge` is what becomes of one that goes with it. */
export async function* cascade(going: Going, purge: (one: Going) => Steps): Steps {
  const goes = async function* ({ of: kind, field }: Reference, id: string): Steps {
    const found = await recordStore(kindNamed(kind)).find(going.workspaceId, id);
    if (found && idsIn(found, field).includes(going.id)) yield* purge({ ...going, kind, id });
  };
  for (const reference of referencesTo(going.kind)) {
    const naming = relatedIds(going.workspaceId, going, reference.of);
    const step = (id: string) =>
      reference.effect === 'goes' ? goes(reference, id) : clear(going, reference, id);
    yield* withEach(naming, step);
  }
}
