import { type Context, systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry, DueReason } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Key } from '../../../shared/core/projection.ts';
import type { Kept, RecordBase } from '../../../shared/core/record.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

type Store<T extends RecordBase> = {
  find(workspaceId: string, id: string): Promise<T | undefined>;
  save(change: Kept<T>, by: Context): Promise<unknown>;
  keyOf(workspaceId: string, id: string): Key;
};
type Sleeper<T extends RecordBase> = {
  reason: DueReason;
  store: Store<T>;
  dueAt: (record: T) => string | undefined;
  wake: (record: T, now: string) => Kept<T>;
};

/** Work of which nothing was heard for too long: it is asked for again. Of what is not due any more the entry is looked at. */
export const woken =
  <T extends RecordBase>({ reason, store, dueAt, wake }: Sleeper<T>) =>
  async ({ workspaceId, id }: DueEntry, now: string): Promise<void> => {
    const one = await store.find(workspaceId, id);
    const due = one && dueAt(one);
    if (!one || due === undefined || due > now) return queueLooks([{ keys: [store.keyOf(workspaceId, id)] }]);
    try {
      await store.save(wake(one, now), systemContext(workspaceId, 'schedule', reason, now));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // it went on after all
    }
  };
