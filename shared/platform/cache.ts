type Kept<T> = { until: number; value: Promise<T> };
const most = 1000;

/**
 * Keeps what was loaded for a time, for what may be stale by that much; a failed load is not kept. `forget`: what this process
 * itself has changed is loaded anew.
 */
export function cached<T>(
  ms: number,
  load: (key: string) => Promise<T>,
): ((key: string) => Promise<T>) & { forget: (key: string) => void } {
  const kept = new Map<string, Kept<T>>();
  const read = (key: string) => {
    const found = kept.get(key);
    if (found && found.until > Date.now()) return found.value;
    if (kept.size >= most) kept.clear();
    const value = load(key);
    kept.set(key, { until: Date.now() + ms, value });
    value.catch(() => kept.delete(key));
    return value;
  };
  return Object.assign(read, { forget: (key: string) => void kept.delete(key) });
}
