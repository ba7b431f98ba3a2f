import { type Condition, parsedOf, spanOf } from './condition.ts';
import { boundSpan, isDay, type Now } from './moment.ts';
import type { Leaf, Node, Test } from './parse-condition.ts';

/** What a list can be read by besides its order, the most telling first: fields by their names, with whether they have a value at all. */
export type Served = {
  /** The field of the list's order whose values are instants, if it is one. */
  instant?: string | undefined;
  /** Fields whose value one record has at most. */
  keys: readonly { path: string; by: string }[];
  /** Fields of which one may be chosen: `by` is what the list calls it. `several`: any of some values, of which a record has one. */
  fields: readonly { path: string; by: string; has: (value: string) => boolean; several?: boolean }[];
};
/** Sort keys of the order, which begin with the instant. */
type KeyRange = { from?: string; to?: string };
export type Plan = {
  /** The one record that the condition can hold of. */
  key?: { by: string; value: string };
  owner?: { id: string | undefined };
  field?: { by: string; values: readonly string[] };
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

type Chosen = { leaf: Leaf; by: string; values: readonly string[] };
const mostValues = 5;
const isSome = (operand: unknown): operand is string[] =>
  Array.isArray(operand) && operand.length <= mostValues && operand.every((one) => typeof one === 'string');
/** The values that a test leaves of a field, where an index has each of them. */
function valuesOf(leaf: Leaf, { has, several }: Served['fields'][number]): readonly string[] | undefined {
  const { test, operand } = leaf;
  const values = several && test === '$in' && isSome(operand) ? operand : [textOf(leaf)];
  return values.every((value) => value !== undefined && has(value)) ? (values as string[]) : undefined;
}
const chooseField = (leaves: readonly Leaf[], fields: Served['fields']): Chosen | undefined =>
  fields
    .flatMap((field) =>
      leaves
        .filter(({ path }) => path === field.path)
        .flatMap((leaf): Chosen[] => {
          const values = valuesOf(leaf, field);
          return values ? [{ leaf, by: field.by, values: [...new Set(values)] }] : [];
        }),
    )
    .at(0);

/** Whose the condition asks for: somebody's, or nobody's. */
function ownerOf(leaves: readonly Leaf[]): { leaf: Leaf; id: string | undefined } | undefined {
  const leaf = leaves.find(
    (one) =>
      one.path === 'ownerId' &&
      (textOf(one) !== undefined || (one.test === '$exists' && one.operand === false)),
  );
  return leaf && { leaf, id: textOf(leaf) };
}

/**
 * What of a condition the indexes of a list answer: one record by a key, whose, one further field, a range of its order. Never leaves
 * out a record that the condition holds of; where it is not exact, the rest is asked of each record that is read. Pure.
 */
export function planOf(condition: Condition, { instant: ordered, keys, fields }: Served, now: Now): Plan {
  const { leaves, isAll } = conjuncts(parsedOf(condition).node);
  const key = keys
    .flatMap(({ path, by }) => {
      const value = leaves.filter((leaf) => leaf.path === path).map(textOf)[0];
      return value === undefined ? [] : [{ by, value }];
    })
    .at(0);
  if (key) return { key, range: {}, isExact: false };
  const owner = ownerOf(leaves);
  const chosen = chooseField(leaves, fields);
  const inOrder = leaves.flatMap((leaf) => {
    const span = leaf.path === ordered ? spanOfTest(leaf, now) : undefined;
    return span ? [{ leaf, span }] : [];
  });
  const served = new Set<Leaf | undefined>([owner?.leaf, chosen?.leaf, ...inOrder.map(({ leaf }) => leaf)]);
  return {
    ...(owner && { owner: { id: owner.id } }),
    ...(chosen && { field: { by: chosen.by, values: chosen.values } }),
    range: rangeOf(inOrder.map(({ span }) => span)),
    isExact: isAll && leaves.every((leaf) => served.has(leaf)),
  };
}
