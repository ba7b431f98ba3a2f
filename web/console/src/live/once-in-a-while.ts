/**
 * Does something for a key at once, once more after a while, and not more often, however often it is asked for. The second time is for what follows a
 * write by a moment: lists and figures may be read before they know of it.
 */
export function onceInAWhile(ms: number, run: (key: string) => void): (key: string) => void {
  const waiting = new Map<string, boolean>();
  const rest = (key: string, isAsked: boolean) => {
    waiting.set(key, isAsked);
    setTimeout(() => {
      const isToRun = waiting.get(key);
      waiting.delete(key);
      if (!isToRun) return;
      run(key);
      rest(key, false);
    }, ms);
  };
  return (key) => {
    if (waiting.has(key)) waiting.set(key, true);
    else {
      run(key);
      rest(key, true);
    }
  };
}
