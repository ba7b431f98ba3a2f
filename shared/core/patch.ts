import type * as z from 'zod';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (old: unknown, value: unknown) =>
  isObject(value) ? mergePatch(isObject(old) ? old : {}, value) : value;

/**
 * RFC 7396 (JSON Merge Patch) on a record: absent keeps, null clears, arrays replace, objects merge.
 * A cleared field is left out of the answer.
 */
export function mergePatch<T extends object>(target: T, patch: object): T {
  const old = target as Record<string, unknown>;
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const cleared = new Set(given.flatMap(([name, value]) => (value === null ? [name] : [])));
  const set = given.filter(([name]) => !cleared.has(name));
  return Object.fromEntries([
    ...Object.entries(old).filter(([name]) => !cleared.has(name)),
    ...set.map(([name, value]) => [name, merged(Object.hasOwn(old, name) ? old[name] : undefined, value)]),
  ]) as T;
}

/** A list in a patch: null empties it, for a record has every list. */
export const clearable = <T extends z.ZodType>(list: z.ZodArray<T>) =>
  list
    .nullable()
    .transform((value) => value ?? [])
    .optional();
