import type { StreamReader } from '../idle.ts';

/** Reads once and handles what it read; answers how many records there were. */
export type Poll = (ended: () => boolean) => Promise<number>;

const activeMs = 20;
const idleMs = 200;
const stayActiveMs = 1000;

/** Polls again and again: at once after records, often for a second after a wake, then five times a second. */
export function poller(name: string, poll: Poll, recover: () => void): StreamReader {
  let ended = false;
  let activeUntil = 0;
  let wakeUp: (() => void) | undefined;
  let wanted = false;
  let waiting: ((empty: boolean) => void)[] = [];

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wake = () => {
    activeUntil = Date.now() + stayActiveMs;
    wanted = true;
    wakeUp?.();
  };

  const once = async (): Promise<number> => {
    const asked = waiting;
    waiting = [];
    wanted = false;
    const count = await poll(() => ended).catch((error: unknown) => {
      if (!ended) process.stderr.write(`stream ${name}: ${error instanceof Error ? error.message : error}\n`);
      recover();
      return -1;
    });
    for (const answer of asked) answer(count === 0);
    return count;
  };

  const run = async () => {
    while (!ended) {
      const count = await once();
      if (count > 0) activeUntil = Date.now() + stayActiveMs;
      if (count > 0 || wanted || ended) continue;
      await sleep(Date.now() < activeUntil ? activeMs : idleMs);
    }
  };
  const running = run();

  /** True if a look that begins after this call finds nothing. A look that takes long means that there is something. */
  const caughtUp = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 500);
      waiting.push((empty) => {
        clearTimeout(timer);
        resolve(empty);
      });
      wake();
    });
  const end = async () => {
    ended = true;
    wakeUp?.();
    for (const answer of waiting) answer(false);
    await running;
  };
  return { name, caughtUp, wake, end };
}
