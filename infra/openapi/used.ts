import type { Json } from './components.ts';

const refersTo = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');

/** The schemas that something refers to, be it through others, in the order of their names. */
export function used(schemas: Record<string, Json>, from: unknown, always: readonly string[] = []) {
  const reached = new Set<string>();
  const waiting = [...always, ...refersTo(from)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !schemas[name]) continue;
    reached.add(name);
    waiting.push(...refersTo(schemas[name]));
  }
  return Object.fromEntries([...reached].sort().map((name) => [name, schemas[name] ?? {}]));
}
