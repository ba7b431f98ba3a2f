import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import type { ProjectionStore } from '../../../shared/platform/projection-store.ts';
import type { Settle } from '../../../shared/platform/projector.ts';

/** What becomes of one call to the table. */
export type Fate =
  | 'done'
  | 'killed before'
  | 'killed after'
  | 'failed before'
  | 'answer lost'
  | 'conflict'
  | 'lands late';

const rare: Fate[] = ['killed before', 'killed after', 'failed before', 'answer lost', 'conflict'];
export const fates = fc.array(
  fc.constantFrom<Fate>('done', 'done', 'done', ...rare, 'lands late', 'lands late'),
  {
    maxLength: 9,
  },
);

const conflict = () =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });
const forever = () => new Promise<never>(() => {});

/**
 * Runs a projector whose calls meet the fates given, in turn, and then none. A killed one never goes on; of a call that
 * lands late the projector has died, and `late` holds what was on its way.
 */
export async function survives(
  store: ProjectionStore,
  fatesLeft: Fate[],
  late: (() => Promise<unknown>)[],
  work: (store: ProjectionStore) => ReturnType<Settle>,
): Promise<boolean> {
  const left = [...fatesLeft];
  let die = () => {};
  const killed = new Promise<undefined>((resolve) => {
    die = () => resolve(undefined);
  });
  const dead = () => {
    die();
    return forever();
  };
  const refused = (error: Error) => Promise.reject(error);
  type Call = () => Promise<unknown>;
  const meets: Record<Fate, (call: Call) => Promise<unknown>> = {
    done: (call) => call(),
    conflict: () => refused(conflict()),
    'failed before': () => refused(new Error('failed before')),
    'answer lost': (call) => call().then(() => refused(new Error('answer lost'))),
    'killed before': dead,
    'killed after': (call) => call().then(dead),
    'lands late': (call) => {
      late.push(call);
      return dead();
    },
  };
  const meet = <T>(call: () => Promise<T>) => meets[left.shift() ?? 'done'](call) as Promise<T>;
  const unsafe: ProjectionStore = {
    getAll: (keys) => meet(() => store.getAll(keys)),
    transact: (items) => meet(() => store.transact(items)),
  };
  const outcome = await Promise.race([work(unsafe).catch(() => undefined), killed]);
  return outcome?.failed.length === 0;
}
