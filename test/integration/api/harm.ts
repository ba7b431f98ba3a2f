import fc from 'fast-check';
import { odd, oddText } from './odd-values.ts';

/** What is done to a good value: something of it replaced, left out, or put beside. */
type Harm = { at: number; how: 'replace' | 'drop' | 'add'; name: string; by: unknown };
const names = ['__proto__', 'constructor', 'prototype', 'id', 'workspaceId', 'version', 'toJSON'];
export const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'replace', 'drop', 'add'),
  name: fc.oneof(fc.constantFrom(...names), oddText),
  by: odd,
});

type Container = Record<string, unknown>;
/** Every object and list of a value, itself first. */
const containersOf = (value: unknown): Container[] =>
  typeof value === 'object' && value !== null
    ? [value as Container, ...Object.values(value).flatMap(containersOf)]
    : [];
const nth = <T>(all: T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** An own property, `__proto__` among them. */
function put(to: Container, name: string, value: unknown): void {
  if (Array.isArray(to) && !/^\d+$/.test(name)) to.push(value);
  else Object.defineProperty(to, name, { value, enumerable: true, configurable: true, writable: true });
}

function drop(from: Container, name: string): void {
  if (Array.isArray(from)) from.splice(Number(name), 1);
  else delete from[name];
}

/** Changes the value in place, where it is an object or a list; answers it, or what it is replaced by. */
export function harmed(whole: unknown, { at, how, name, by: shared }: Harm): unknown {
  const by = structuredClone(shared); // fast-check gives the same object again
  const containers = containersOf(whole);
  const into = how === 'add' ? nth(containers, at) : undefined;
  const places = containers.flatMap((one) => Object.keys(one).map((key) => [one, key] as const));
  const [one, key] = nth(places, at) ?? [];
  if (into) put(into, name, by);
  else if (!one || key === undefined) return by;
  else if (how === 'drop') drop(one, key);
  else put(one, key, by);
  return whole;
}
