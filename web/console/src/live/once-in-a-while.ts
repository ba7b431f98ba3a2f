/** Lists and figures follow a write by a moment, and may be read before they know of it. */
const followMs = 400;
/** Does something for a key at once, once more when what follows a write has followed, and then at most once in a while, however often it is asked for. */
export function onceInAWhile(ms: number, run: (key: string) => void): (key: string) => void {
  const waiting = new Map<string, boolean>();
  const rest = (key: string, isAsked: boolean, restMs: number) => {
    waiting.set(key, isAsked);
    setTimeout(() => {
      const isToRun = waiting.get(key);
      waiting.delete(key);
      if (!isToRun) return;
      run(key);
      rest(key, false, ms);
    }, restMs);
  };
  return (key) => {
    if (waiting.has(key)) waiting.set(key, true);
    else {
      run(key);
      rest(key, true, Math.min(followMs, ms));
    }
  };
}
