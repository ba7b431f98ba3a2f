import * as z from 'zod';
import { caseFolded } from '../core/text.ts';
import { isDay, isInstant, type Now, type Place, placeOf } from './moment.ts';
import {
  type Leaf,
  type Node,
  type Parsed,
  parseCondition,
  type Scalar,
  type Test,
} from './parse-condition.ts';

export type Condition = Record<string, unknown>;
/**
 * A condition on a record, as JSON: `{"lifecycle":"lead","score":{"$gte":70}}`. The language is documented in
 * docs/conditions.md; whether the fields are there, and fit, a catalogue tells (`assertCondition`).
 */
export const Condition = z
  .unknown() // a record schema would leave out a name like `__proto__`, and with it what the condition asks
  .superRefine((input, { addIssue }) => {
    for (const { at, detail } of parseCondition(input).faults)
      addIssue({ code: 'custom', path: [...at], message: detail, input });
  })
  .meta({ type: 'object', additionalProperties: true })
  .describe('Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions.') as z.ZodType<
  Condition,
  Condition
>;
/** What a condition is asked of: a record, and what else is known of it, by the names of its fields. */
export type Facts = object;

const parsed = new WeakMap<object, Parsed>();
/** Read once for as long as the object lives. */
export function parsedOf(condition: Condition): Parsed {
  const known = parsed.get(condition);
  if (known) return known;
  const read = parseCondition(condition);
  parsed.set(condition, read);
  return read;
}

/** For parts of texts neither case nor accents matter. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function partsOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => partsOf(one, name));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return [(value as Record<string, unknown>)[name]];
}
const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

/** All that a record has in a place: several where lists lie on the way, nothing where it is missing. */
export function valuesAt(facts: Facts, path: string): Scalar[] {
  let values: unknown[] = [facts];
  for (const name of path.split('.')) values = values.flatMap((value) => partsOf(value, name));
  return values.flat(3).filter(isScalar);
}

/** Moments that stand for a span: `+14d` is from now till then, `-30d` from then till now, a day is itself. */
export function spanOf(operand: unknown): [from: string, to: string] {
  if (Array.isArray(operand)) return operand as [string, string];
  const text = String(operand);
  if (text.startsWith('+')) return ['+0d', text];
  return text.startsWith('-') ? [text, '+0d'] : [text, text];
}

function place(value: Scalar, bound: unknown, now: Now): Place | undefined {
  if (typeof value === 'number' && typeof bound === 'number')
    return value < bound ? 'before' : value > bound ? 'after' : 'in';
  return typeof value === 'string' && typeof bound === 'string' ? placeOf(value, bound, now) : undefined;
}

function equals(value: Scalar, wanted: unknown, now: Now): boolean {
  if (typeof value !== 'string' || typeof wanted !== 'string') return value === wanted;
  if (caseFolded(value) === caseFolded(wanted)) return true;
  return (isDay(value) || isInstant(value)) && placeOf(value, wanted, now) === 'in';
}
const isAt = (places: readonly Place[]) => (value: Scalar, bound: unknown, now: Now) => {
  const where = place(value, bound, now);
  return where !== undefined && places.includes(where);
};
const textual = (holds: (text: string, part: string) => boolean) => (value: Scalar, part: unknown) =>
  typeof value === 'string' && holds(folded(value), folded(String(part)));
const upTo = isAt(['before', 'in']);
const from = isAt(['in', 'after']);
const isOneOf = (value: Scalar, wanted: unknown, now: Now) =>
  (wanted as unknown[]).some((one) => equals(value, one, now));

type Holds = (value: Scalar, operand: unknown, now: Now) => boolean;
/** Whether one value passes. Tests that deny are the others, turned round. */
const passes: Record<Exclude<Test, '$ne' | '$nin' | '$exists'>, Holds> = {
  $eq: equals,
  $in: isOneOf,
  $gt: isAt(['after']),
  $gte: from,
  $lt: isAt(['before']),
  $lte: upTo,
  $before: isAt(['before']),
  $after: isAt(['after']),
  $within(value, operand, now) {
    const [first, last] = spanOf(operand);
    return from(value, first, now) && upTo(value, last, now);
  },
  $contains: textual((text, part) => text.includes(part)),
  $startsWith: textual((text, part) => text.startsWith(part)),
};

/** What other systems call a record is compared letter by letter: two may differ in nothing but case. */
const exact = new Set(['externalId', 'number', 'sku']);
const isExactly = (value: Scalar, operand: unknown) => [operand].flat().includes(value);

function leafHolds({ path, test, operand }: Leaf, facts: Facts, now: Now): boolean {
  const values = valuesAt(facts, path);
  if (exact.has(path) && (test === '$eq' || test === '$in'))
    return values.some((value) => isExactly(value, operand));
  if (exact.has(path) && (test === '$ne' || test === '$nin'))
    return !values.some((value) => isExactly(value, operand));
  if (test === '$exists') return values.length > 0 === operand;
  if (test === '$ne') return !values.some((value) => equals(value, operand, now));
  if (test === '$nin') return !values.some((value) => isOneOf(value, operand, now));
  return values.some((value) => passes[test](value, operand, now));
}

function holds(node: Node, facts: Facts, now: Now): boolean {
  if (node.kind === 'all') return node.nodes.every((one) => holds(one, facts, now));
  if (node.kind === 'any') return node.nodes.some((one) => holds(one, facts, now));
  if (node.kind === 'not') return !holds(node.node, facts, now);
  return leafHolds(node, facts, now);
}

/**
 * Whether a condition holds of these facts at this moment. Pure. A test of a field that is missing fails, so that `$ne`,
 * `$nin`, `$not` and `{"$exists":false}` hold of it; of a list it holds where any of its values passes. A condition with faults
 * (one that was never parsed) holds of nothing.
 */
export function matches(condition: Condition, facts: Facts, now: Now): boolean {
  const { node, faults } = parsedOf(condition);
  return faults.length === 0 && holds(node, facts, now);
}

/** The fields that a condition names. */
export const dependsOn = (condition: Condition): string[] => [
  ...new Set(parsedOf(condition).leaves.map(({ path }) => path)),
];
