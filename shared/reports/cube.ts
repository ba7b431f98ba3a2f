import { addTo, type Counters, cellGroup } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { ownerPk } from '../core/scoped-list.ts';

/** A month (`2026-11`), or another stretch that cells are read by. */
export type Month = string;
export type Measures = Record<string, number>;
/**
 * What a record adds to a report: in a month, and under each of its values of a dimension. A record may have several values of
 * one (the products of a deal). One that has none adds nothing there: what nothing is said of is what is left of the whole.
 */
export type Fact = {
  month: Month;
  measures: Measures;
  values: Readonly<Record<string, readonly string[]>>;
  /** It is about a part of the record (the lines of a product): it adds under its own values alone, and nothing to the whole. */
  isPart?: true;
};

/** What a report's cells hold: by value of the dimension, by month. */
export type Cells = Map<string, Map<Month, Measures>>;

/** The dimension of the whole, which has one value. */
export const wholeDimension = 'all';
export const wholeValue = '-';

/** REPORT-1: a cube's cells, everybody's; an owner's alone are in a partition of their own (`ownerPk`). */
export const cubePk = (workspaceId: string, cube: string) => `${workspacePk(workspaceId)}#REPORT#${cube}`;
/** What a dimension's cells begin with, up to a month. */
export const cellStart = (dimension: string, month: Month) => `${dimension}#${month}`;
const cellSk = (dimension: string, month: Month, value: string) =>
  `${cellStart(dimension, month)}#${encodeURIComponent(value)}`;
/** The value that a cell's sort key names. */
export const valueOfCell = (sk: string): { month: Month; value: string } => {
  const [, month = '', value = ''] = sk.split('#');
  return { month, value: decodeURIComponent(value) };
};

/** Adds a fact to its cells; several facts of a record may meet in one. */
function addCells(into: Counters, pk: string, { month, measures, values, isPart }: Fact): void {
  const whole: Fact['values'] = isPart ? {} : { [wholeDimension]: [wholeValue] };
  for (const [dimension, all] of Object.entries({ ...whole, ...values }))
    for (const value of new Set(all))
      addTo(into, cellGroup({ pk, sk: cellSk(dimension, month, value) }), measures);
}

type Owned = { ownerId?: string | undefined; teamId?: string | undefined };
/** What facts add to a cube: in everybody's cells by owner and team besides, and in the owner's. */
export function cubeCounters(pk: string, { ownerId, teamId }: Owned, facts: readonly Fact[]): Counters {
  const people = { ...(ownerId && { owner: [ownerId] }), ...(teamId && { team: [teamId] }) };
  const cells: Counters = {};
  for (const fact of facts) {
    addCells(cells, pk, fact.isPart ? fact : { ...fact, values: { ...fact.values, ...people } });
    addCells(cells, ownerPk(pk, ownerId), fact);
  }
  return cells;
}

/** What facts add to a cube that nothing splits: everybody's, and the owner's. */
export function wholeCounters(pk: string, ownerId: string | undefined, facts: readonly Fact[]): Counters {
  const cells: Counters = {};
  for (const { month, measures } of facts)
    for (const partition of [pk, ownerPk(pk, ownerId)])
      addCells(cells, partition, { month, measures, values: {} });
  return cells;
}

/** What facts add to a cube that is split by owners alone, nobody among them: the whole is what they add up to, and nothing is counted twice. */
export function ownersCounters(pk: string, ownerId: string | undefined, facts: readonly Fact[]): Counters {
  const cells: Counters = {};
  for (const { month, measures } of facts)
    addCells(cells, pk, { month, measures, values: { owner: [ownerId ?? noValue] }, isPart: true });
  return cells;
}

export const sumOf = (all: Iterable<Measures>, sign: 1 | -1 = 1, from: Measures = {}): Measures => {
  const sums: Counters = { all: { ...from } };
  for (const measures of all) addTo(sums, 'all', measures, sign);
  return sums.all ?? {};
};
/** What a value's cells come to over all months. */
export const overMonths = (months: ReadonlyMap<Month, Measures> | undefined): Measures =>
  sumOf(months?.values() ?? []);

/** Of these a record may have several values, so that they add up to more than the whole; what has none stands under `noValue`. */
const overlapping = new Set(['product', 'category']);
export const noValue = '';

/** The whole that a dimension's cells add up to, where each record has one value of it. */
export function wholeOf(cells: Cells): Cells {
  const months: Counters = {};
  for (const each of cells.values()) for (const [month, measures] of each) addTo(months, month, measures);
  return new Map([[wholeValue, new Map(Object.entries(months))]]);
}

type Split = { dimension: string; cells: Cells };
/** Each value's measures over all months, and under `null` what nothing is said of. */
export function rowsOf(whole: Measures, { dimension, cells }: Split) {
  const isSomething = ({ measures }: { measures: Measures }) => Object.keys(measures).length > 0;
  const rows = [...cells]
    .map(([value, months]) => ({ value: value === noValue ? null : value, measures: overMonths(months) }))
    .filter(isSomething); // of what is gone a cell is left with nothing in it
  if (overlapping.has(dimension)) return rows;
  const said = rows.map(({ measures }) => measures);
  return [...rows, { value: null, measures: sumOf(said, -1, whole) }].filter(isSomething);
}
