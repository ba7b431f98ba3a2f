import type { Activity } from '../../../shared/activities/activity.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { parentKinds } from '../../../shared/files/file-parents.ts';
import { deleteFile, filesOf } from '../../../shared/files/record-files-store.ts';
import { linkKindOf } from '../../../shared/links/link.ts';
import { dropLinksOf } from '../../../shared/links/record-links-store.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { deleteItems } from '../../../shared/privacy/items-store.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { purge } from '../../../shared/records/trash.ts';
import { isSample } from '../../../shared/sample/sample.ts';
import { eraseNamedBy } from '../../privacy/erasing/activities.ts';
import { forgetHistory } from '../../privacy/erasing/history.ts';
import { messagesOf } from '../../privacy/erasing/records.ts';
import { cascade } from './cascade.ts';
import { type Going, kindNamed, type Steps } from './going.ts';

/** What a record has of its own besides what every kind has. */
async function* ownThings({ kind, workspaceId, id, by }: Going): Steps {
  if (kind === 'contact') yield* messagesOf({ workspaceId, contactId: id, by }, kind, id);
  if (kind === 'deal') yield* messagesOf({ workspaceId, contactId: undefined, by }, kind, id);
  if (kind !== 'activity') return;
  const activity = (await recordStore(kindNamed(kind)).find(workspaceId, id)) as Activity | undefined;
  if (activity) yield* eraseNamedBy({ workspaceId, contactId: activity.contactId, by }, activity);
}

async function* files({ kind, workspaceId, id, by }: Going): Steps {
  if (!parentKinds.some((one) => one === kind)) return;
  for await (const file of filesOf(workspaceId, id)) yield await deleteFile(file, by);
}

async function* links({ workspaceId, id, by }: Going): Steps {
  if (linkKindOf(id)) yield* dropLinksOf(workspaceId, id, by);
}

/** Items that stand beside the record in its collection: a deal's clock. */
async function* beside({ kind, workspaceId, id }: Going): Steps {
  const { pk, sk } = recordKey(workspaceId, kind, id);
  const others = projections[sk]?.beside ?? [];
  await deleteItems(others.map((other) => ({ pk, sk: other })));
  yield;
}

/** The record itself, and last: what it names is gone. One that somebody has written since is left to the next run. */
async function* record({ kind, workspaceId, id, by }: Going): Steps {
  const of = kindNamed(kind);
  const found = await recordStore(of).find(workspaceId, id);
  if (!found) return;
  try {
    const told = isSample(found) ? { ...by, quiet: true as const } : by;
    await saveChanges([purge(of, found) as never], told);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error;
  }
  yield;
}

/** Everything of a record, in an order in which a kill leaves nothing that is named by nothing. */
export async function* purgeSteps(going: Going): Steps {
  yield* ownThings(going);
  yield* cascade(going, purgeSteps);
  yield* links(going);
  yield* files(going);
  yield* forgetHistory(going.workspaceId, going.kind, going.id);
  yield* beside(going);
  yield* record(going);
}
