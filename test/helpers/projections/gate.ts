import type { Key } from '../../../shared/core/projection.ts';
import type { ProjectionStore } from '../../../shared/platform/projection-store.ts';

type Call = 'contributions' | 'records' | 'borrowed' | 'transact';
const reads: Call[] = ['contributions', 'records', 'borrowed'];

/** A store that stops once, before one of its first calls, until it is let on: a projector that is slow or frozen. */
export function stoppedBefore(store: ProjectionStore, call: Call) {
  const arrived = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const stop = async (at: Call | undefined) => {
    if (at !== call) return;
    arrived.resolve();
    await open.promise;
  };
  let read = 0;
  const slow: ProjectionStore = {
    getAll: async (keys: Key[]) => {
      await stop(reads[read++]);
      return store.getAll(keys);
    },
    transact: async (items) => {
      await stop('transact');
      return store.transact(items);
    },
  };
  return { slow, arrived: arrived.promise, letOn: open.resolve };
}
