import { type Condition, parsedOf, spanOf } from './condition.ts';
import { boundSpan, isDay, type Now } from './moment.ts';
import type { Leaf, Node, Test } from './parse-condition.ts';

/** What a list can be read by besides its order: fields by their names, with whether it has a value at all. */
export type Served = {
  /** The field of the list's order whose values are instants, if it is one. */
  instant?: string | undefined;
  /** Fields of which one may be chosen: `by` is what the list calls it. */
  fields: readonly { path: string; by: string; has: (value: string) => boolean }[];
};
/** Sort keys of the order, which begin with the instant. */
type KeyRange = { from?: string; to?: string };
export type Plan = {
  ownerId?: string;
  field?: { by: string; value: string };
  range: KeyRange;
  /** Nothing of the condition is left: every record that is read is one of the answer. */
  isExact: boolean;
};

/** The tests that must all hold; undefined where the condition has others beside them. */
function conjuncts(node: Node): { leaves: Leaf[]; isAll: boolean } {
  if (node.kind === 'leaf') return { leaves: [node], isAll: true };
  if (node.kind !== 'all') return { leaves: [], isAll: false };
  const parts = node.nodes.map(conjuncts);
  return { leaves: parts.flatMap(({ leaves }) => leaves), isAll: parts.every(({ isAll }) => isAll) };
}
const textOf = ({ test, operand }: Leaf): string | undefined =>
  test === '$eq' && typeof operand === 'string' ? operand : undefined;

type Span = { from?: number | undefined; until?: number | undefined };
/** What passes a test with a bound that begins at `from` and is over at `until`. */
const passing: Partial<Record<Test, (from: number, until: number) => Span>> = {
  $eq: (from, until) => ({ from, until }),
  $gte: (from) => ({ from }),
  $gt: (_, until) => ({ from: until }),
  $after: (_, until) => ({ from: until }),
  $lte: (_, until) => ({ until }),
  $lt: (from) => ({ until: from }),
  $before: (from) => ({ until: from }),
};
/** The milliseconds in which an instant passes a test; undefined where they are not one span. */
function spanOfTest({ test, operand }: Leaf, now: Now): Span | undefined {
  if (test === '$within') {
    const [first, last] = spanOf(operand).map((bound) => boundSpan(bound, now));
    return first && last && { from: first[0], until: last[1] };
  }
  const span = typeof operand === 'string' ? boundSpan(operand, now) : undefined;
  if (!span) return undefined;
  if (test === '$eq' && !isDay(String(operand)) && operand !== 'today') return undefined; // texts that are the same
  return passing[test]?.(span[0], span[1]);
}

/** Within the years of four digits, outside of which no key sorts by its moment. */
const [firstMs, lastMs] = [Date.parse('0000-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')];
const instant = (ms: number) => new Date(Math.min(Math.max(ms, firstMs), lastMs)).toISOString();
/** The keys of all that begins with an instant of every span; `$` is the character behind the `#` that follows it. */
function rangeOf(spans: readonly Span[]): KeyRange {
  const from = Math.max(...spans.map((span) => span.from ?? Number.NEGATIVE_INFINITY));
  const until = Math.min(...spans.map((span) => span.until ?? Number.POSITIVE_INFINITY));
  return {
    ...(Number.isFinite(from) && { from: instant(from) }),
    ...(Number.isFinite(until) && { to: `${instant(until - 1)}$` }),
  };
}

/**
 * What of a condition the indexes of a list answer: whose, one further field, a range of its order. Never leaves out a record
 * that the condition holds of; where it is not exact, the rest is asked of each record that is read. Pure.
 */
export function planOf(condition: Condition, { instant: ordered, fields }: Served, now: Now): Plan {
  const { leaves, isAll } = conjuncts(parsedOf(condition).node);
  const owner = leaves.find((leaf) => leaf.path === 'ownerId' && textOf(leaf) !== undefined);
  const chosen = leaves
    .flatMap((leaf) => {
      const value = textOf(leaf);
      const field = fields.find(({ path, has }) => path === leaf.path && value !== undefined && has(value));
      return field && value !== undefined ? [{ leaf, by: field.by, value }] : [];
    })
    .at(0);
  const inOrder = leaves.flatMap((leaf) => {
    const span = leaf.path === ordered ? spanOfTest(leaf, now) : undefined;
    return span ? [{ leaf, span }] : [];
  });
  const served = new Set<Leaf | undefined>([owner, chosen?.leaf, ...inOrder.map(({ leaf }) => leaf)]);
  const ownerId = owner && textOf(owner);
  return {
    ...(ownerId && { ownerId }),
    ...(chosen && { field: { by: chosen.by, value: chosen.value } }),
    range: rangeOf(inOrder.map(({ span }) => span)),
    isExact: isAll && leaves.every((leaf) => served.has(leaf)),
  };
}
