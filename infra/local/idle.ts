import type { Functions } from './runtime/functions.ts';
import type { Queues } from './services/queues.ts';

type Busy = { queues: Record<string, object>; functions: Record<string, number>; streams: string[] };
export type Watch = {
  /** Resolves with undefined once nothing is left to do, or after `ms` with what still is. */
  idle(ms: number): Promise<Busy | undefined>;
  /** How many messages each dead-letter queue holds. */
  deadLetters(): Record<string, number>;
};
/** A stream reader's own view: has it handed on all that the stream holds? Looks before it answers. */
export type StreamReader = { name: string; caughtUp(): Promise<boolean>; wake(): void; end(): Promise<void> };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function queuesAtWork(queues: Queues, read: Set<string>): Record<string, object> {
  const counted = queues
    .names()
    .filter((name) => read.has(name))
    .map((name) => [name, queues.counts(name)] as const);
  return Object.fromEntries(
    counted.filter(([, { visible, delayed, inFlight }]) => visible + delayed + inFlight > 0),
  );
}

const isNothing = ({ queues, functions, streams }: Busy): boolean =>
  Object.keys(queues).length + Object.keys(functions).length + streams.length === 0;

/**
 * Watches streams, queues and functions. The bus needs no watching: it has handed an event to its queues before it answers. A queue that nobody
 * reads is where dead letters lie, and is left out.
 */
export function watchAll(
  queues: Queues,
  functions: Functions,
  streams: StreamReader[],
  read: Set<string>,
): Watch {
  const look = async (): Promise<Busy> => {
    const caughtUp = await Promise.all(streams.map((stream) => stream.caughtUp()));
    const behind = streams.filter((_stream, index) => !caughtUp[index]).map(({ name }) => name);
    return { queues: queuesAtWork(queues, read), functions: functions.busy(), streams: behind };
  };
  /** Nothing to do, and still nothing a moment later: what has just ended may have written. */
  const quiet = async (): Promise<Busy | undefined> => {
    for (let times = 0; times < 3; times += 1) {
      const busy = await look();
      if (!isNothing(busy)) return busy;
      await pause(20);
    }
    return undefined;
  };
  return {
    idle: async (ms) => {
      const until = Date.now() + ms;
      let busy = await quiet();
      while (busy && Date.now() < until) {
        await pause(25);
        busy = await quiet();
      }
      return busy;
    },
    deadLetters: () => {
      const dead = queues.names().filter((name) => !read.has(name));
      const counted = dead.map((name) => [name, queues.counts(name).visible] as const);
      // What no dead-letter queue was named for has a queue of its own, which is only worth telling of when it holds something.
      return Object.fromEntries(counted.filter(([name, count]) => count > 0 || !name.startsWith('async:')));
    },
  };
}
