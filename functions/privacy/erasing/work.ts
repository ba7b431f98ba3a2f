import type { Context } from '../../../shared/core/actor.ts';
import type { Key } from '../../../shared/core/projection.ts';
import type { Erased, Erasure } from '../../../shared/privacy/erasure.ts';

/** Whose things go, and by whom. A purge takes the same ways. */
export type Whose = {
  workspaceId: string;
  /** What names another contact is that one's, and stays. */
  contactId: string | undefined;
  by: Context;
};

/** An erasure at work. */
export type Work = Whose & {
  contactId: string;
  erasure: Erasure;
  /** Asks for a look at records whose entries are still there. */
  look: (keys: Key[]) => Promise<void>;
};

/** What is done one by one; the run may stop behind each, also behind nothing. Done again, a step finds only what is left. */
export type Step = (work: Work) => AsyncGenerator<Erased | undefined>;

const atOnce = 5;
/** Does the same with each, a few at once; a failure is told when those that were begun have ended. */
export async function* withEach<T, R>(
  all: AsyncIterable<T> | Iterable<T>,
  step: (one: T) => AsyncGenerator<R>,
): AsyncGenerator<R> {
  let group: T[] = [];
  for await (const one of all) {
    group.push(one);
    if (group.length < atOnce) continue;
    yield* await together(group, step);
    group = [];
  }
  yield* await together(group, step);
}

async function together<T, R>(group: T[], step: (one: T) => AsyncGenerator<R>): Promise<R[]> {
  const outcomes = await Promise.allSettled(group.map((one) => Array.fromAsync(step(one))));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}
