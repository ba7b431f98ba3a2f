import type { RecordBase, RecordKind } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { recordStore, writesOf } from '../../../shared/platform/record-store.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { forgetHistory } from './history.ts';
import type { Whose } from './work.ts';

type Erasable = RecordBase & { erasedAt?: string | undefined };

/**
 * Empties a record of its person and deletes what its changes remember from before. What was written into it since is
 * left alone.
 */
export async function* scrub<T extends Erasable>(
  { workspaceId, by }: Whose,
  of: RecordKind<T>,
  id: string,
  counted: Erased,
  more: (record: T) => Partial<T> = () => ({}),
): AsyncGenerator<Erased> {
  const store = recordStore(of);
  const isNew = await retryLostRace(async () => {
    const found = await store.find(workspaceId, id);
    const change = found && forget(of, found, by, more(found));
    if (change) await commit(writesOf(change, by));
    return change !== undefined;
  });
  yield* forgetHistory(workspaceId, of.kind, id);
  if (isNew) yield counted;
}
