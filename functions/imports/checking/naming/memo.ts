const most = 20_000;

/** Asks once for each name, and forgets all where they are too many to keep: rows name the same few again and again. */
export function memo<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    if (known.size >= most) known.clear();
    const asked = ask(name);
    known.set(name, asked);
    return asked;
  };
}
