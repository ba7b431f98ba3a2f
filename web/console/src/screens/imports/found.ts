import type { CheckedRow, Import } from '../../../../client/src/index.ts';

/** What was probably meant by a value, and in how many rows it is said. */
export type Suggestion = { field: string; from: string; to: string; confidence: number; rows: number };
/** What could not be read of a value, and of how many rows. */
type Fault = {
  field: string;
  code: string;
  detail: string;
  from?: string;
  rows: number;
  first: number;
};
/** What stands in rows of any outcome, of those that were looked through. */
export type Found = {
  looked: number;
  suggestions: Readonly<Record<string, Suggestion>>;
  faults: Readonly<Record<string, Fault>>;
  /** How many rows of those so far have something; and the first of them. */
  counts: { suggested: number; faulty: number; changed: number; stale: number };
  changed: readonly CheckedRow[];
  stale: readonly CheckedRow[];
};
export const nothingFound: Found = {
  looked: 0,
  suggestions: {},
  faults: {},
  counts: { suggested: 0, faulty: 0, changed: 0, stale: 0 },
  changed: [],
  stale: [],
};

/** Rows of which each is shown; of the others their number is. */
const mostShown = 500;

/** Counts each of a row once, however often it says the same. */
function counted<T extends { rows: number }>(
  all: Readonly<Record<string, T>>,
  rows: readonly CheckedRow[],
  saidBy: (row: CheckedRow) => readonly [string, T][],
): Record<string, T> {
  const sums = { ...all };
  for (const row of rows)
    for (const [key, said] of new Map(saidBy(row))) {
      const there = sums[key];
      sums[key] = there ? { ...there, rows: there.rows + 1 } : said;
    }
  return sums;
}

const suggestionsOf = ({ suggestions }: CheckedRow) =>
  suggestions.map((one): [string, Suggestion] => [
    JSON.stringify([one.field, one.from, one.to]),
    { ...one, rows: 1 },
  ]);
const faultsOf = ({ faults, number }: CheckedRow) =>
  faults.map((one): [string, Fault] => [
    JSON.stringify([one.field, one.code, one.from ?? one.detail]),
    { ...one, rows: 1, first: number },
  ]);

/** What was found, with more rows. */
export function foundWith(found: Found, rows: readonly CheckedRow[]): Found {
  const isChanged = ({ changes }: CheckedRow) => changes.length > 0;
  const isStale = (row: CheckedRow) => row.isStale === true;
  const count = (has: (row: CheckedRow) => boolean) => rows.filter(has).length;
  const { counts } = found;
  return {
    looked: found.looked + rows.length,
    suggestions: counted(found.suggestions, rows, suggestionsOf),
    faults: counted(found.faults, rows, faultsOf),
    counts: {
      suggested: counts.suggested + count(({ suggestions }) => suggestions.length > 0),
      faulty: counts.faulty + count(({ faults }) => faults.length > 0),
      changed: counts.changed + count(isChanged),
      stale: counts.stale + count(isStale),
    },
    changed: [...found.changed, ...rows.filter(isChanged)].slice(0, mostShown),
    stale: [...found.stale, ...rows.filter(isStale)].slice(0, mostShown),
  };
}

/** Whether there is nothing left to find. */
export function isAllFound({ counts }: Found, check: NonNullable<Import['check']>): boolean {
  const least = (of: 'changed' | 'stale') => Math.min(check[of], mostShown);
  return (
    counts.suggested >= check.suggested &&
    counts.faulty >= check.faulty &&
    counts.changed >= least('changed') &&
    counts.stale >= least('stale')
  );
}

/** The most frequent first. */
export const byRows = <T extends { rows: number }>(all: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(all).sort(([, one], [, other]) => other.rows - one.rows);
