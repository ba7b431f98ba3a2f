import type { Schema } from './schema.ts';

const upper = ['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum'] as const;
const lower = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum'] as const;
const exact = ['pattern', 'format', 'multipleOf'] as const;

/** Limits that keep out what they let in before. */
export function narrowedLimits(before: Schema, after: Schema): string[] {
  const least = (value: number | undefined) => value ?? Number.NEGATIVE_INFINITY;
  const most = (value: number | undefined) => value ?? Number.POSITIVE_INFINITY;
  const narrowed = [
    ...upper.filter((name) => most(after[name]) < most(before[name])),
    ...lower.filter((name) => least(after[name]) > least(before[name])),
  ].map((name) => `${name} is ${after[name]}, was ${before[name] ?? 'none'}`);
  const other = exact.filter((name) => after[name] !== undefined && after[name] !== before[name]);
  return [...narrowed, ...other.map((name) => `${name} is ${after[name]}, was ${before[name] ?? 'none'}`)];
}
