import type { StreamReader } from '../idle.ts';

/** Reads once and handles what it read; answers how many records there were. */
export type Poll = (ended: () => boolean) => Promise<number>;

const activeMs = 20;
const idleMs = 200;
const stayActiveMs = 1000;

/** A sleep that can be cut short. */
function makeSleep() {
  let wakeUp = () => {};
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { sleep, wakeUp: () => wakeUp() };
}

function complain(name: string, error: unknown): void {
  process.stderr.write(`stream ${name}: ${error instanceof Error ? error.message : error}\n`);
}

type State = {
  name: string;
  ended: boolean;
  activeUntil: number;
  /** Somebody wants a look that begins from now on. */
  wanted: boolean;
  /** Who hears whether the next look to begin finds nothing. */
  waiting: ((empty: boolean) => void)[];
};

/** One look: how many records it found; minus one if it failed. */
async function look(state: State, poll: Poll, recover: () => void): Promise<number> {
  const asked = state.waiting;
  state.waiting = [];
  state.wanted = false;
  const count = await poll(() => state.ended).catch((error: unknown) => {
    if (!state.ended) complain(state.name, error);
    recover();
    return -1;
  });
  for (const answer of asked) answer(count === 0);
  return count;
}

/** How long to sleep after a look that found `count`. */
function pauseMs(state: State, count: number): number {
  if (count > 0) state.activeUntil = Date.now() + stayActiveMs;
  if (count > 0 || state.wanted) return 0;
  return Date.now() < state.activeUntil ? activeMs : idleMs;
}

/** Polls again and again: at once after records, often for a second after a wake, then five times a second. */
export function poller(name: string, poll: Poll, recover: () => void): StreamReader {
  const { sleep, wakeUp } = makeSleep();
  const state: State = { name, ended: false, activeUntil: 0, wanted: false, waiting: [] };
  const run = async () => {
    while (!state.ended) {
      const ms = pauseMs(state, await look(state, poll, recover));
      if (ms > 0 && !state.ended) await sleep(ms);
    }
  };
  const running = run();
  const wake = () => {
    state.activeUntil = Date.now() + stayActiveMs;
    state.wanted = true;
    wakeUp();
  };
  /** True if a look that begins after this call finds nothing. A look that takes long means that there is something. */
  const caughtUp = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 500);
      state.waiting.push((empty) => {
        clearTimeout(timer);
        resolve(empty);
      });
      wake();
    });
  const end = async () => {
    state.ended = true;
    wakeUp();
    for (const answer of state.waiting) answer(false);
    await running;
  };
  return { name, caughtUp, wake, end };
}
