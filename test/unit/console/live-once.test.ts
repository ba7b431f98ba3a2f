import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceInAWhile } from '../../../web/console/src/live/once-in-a-while.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

function ran() {
  const at: number[] = [];
  return { at, ask: onceInAWhile(1_000, () => at.push(Date.now())) };
}

test('what is asked for once is done at once, and twice more when what follows it has followed', () => {
  const { at, ask } = ran();
  ask('board');
  vi.runAllTimers();
  expect(at).toEqual([0, 400, 1400]);
});

test('what is asked for all the time is done about once in a while, and never later than that', () => {
  const { at, ask } = ran();
  for (let ms = 0; ms < 10_000; ms += 50) {
    ask('board');
    vi.advanceTimersByTime(50);
  }
  const gaps = at.slice(2).map((one, i) => one - (at[i + 1] ?? 0));
  expect(new Set(gaps)).toEqual(new Set([1_000]));
});

test('keys do not wait for each other', () => {
  const keys: string[] = [];
  const ask = onceInAWhile(1_000, (key) => keys.push(key));
  ask('board');
  ask('list');
  expect(keys).toEqual(['board', 'list']);
});
