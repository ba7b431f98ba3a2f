/** Lists and figures follow a write by a moment, and may be read before they know of it. */
const followMs = 400;
const follows = 2;
/**
 * Does something for a key at once, however often it is asked for not more often than once in a while, and twice more after it was asked for last, when what
 * follows a write has followed.
 */
export function onceInAWhile(ms: number, run: (key: string) => void): (key: string) => void {
  const left = new Map<string, number>();
  const wait = (key: string, waitMs: number) =>
    setTimeout(() => {
      run(key);
      const after = (left.get(key) ?? 0) - 1;
      if (after > 0) {
        left.set(key, after);
        wait(key, ms);
      } else left.delete(key);
    }, waitMs);
  return (key) => {
    const isWaiting = left.has(key);
    left.set(key, follows);
    if (isWaiting) return;
    run(key);
    wait(key, Math.min(followMs, ms));
  };
}
