import type { Client } from './sales-client.ts';

type Fault = { field: string; code: string; from?: string };
type Suggestion = { field: string; from: string; to: string; confidence: number };
type Checked = { faults: Fault[]; suggestions: Suggestion[] };
/** A value that rows have and probably do not mean, with what they mean. */
export type Suggested = { field: string; from: string; to: string; rows: number };
export type Asked = {
  suggested: Suggested[];
  /** What names nothing that is there, by field. */
  unknown: Record<string, string[]>;
};

const outcomes = ['new', 'existing', 'repeated', 'invalid'];

const wordingOf = ({ field, from }: { field: string; from?: string }) => JSON.stringify([field, from]);

/** Each wording once, with the rows that have it. */
function suggestedOf(rows: Checked[], least: number): Suggested[] {
  const sure = rows.flatMap(({ suggestions }) => suggestions).filter(({ confidence }) => confidence >= least);
  return [...Map.groupBy(sure, wordingOf).values()].flatMap(([first, ...others]) =>
    first ? [{ field: first.field, from: first.from, to: first.to, rows: others.length + 1 }] : [],
  );
}

/** What the rows of a dry run ask, once each: which values are probably misspelt, with so much confidence at least, and what is named and nowhere. */
export async function askedOf(client: Client, path: string, least: number): Promise<Asked> {
  const rows: Checked[] = [];
  for (const outcome of outcomes)
    rows.push(...(await client.pages<Checked>(`${path}/checked-rows`, { outcome }, 'GET checked-rows')));
  const suggested = suggestedOf(rows, least);
  const meant = new Set(suggested.map(wordingOf));
  const unknown = rows
    .flatMap(({ faults }) => faults)
    .filter((one) => one.code.endsWith('_unknown') && !meant.has(wordingOf(one)));
  const namesOf = (some: Fault[]) => [...new Set(some.map(({ from = '' }) => from))];
  const byField = [...Map.groupBy(unknown, ({ field }) => field)];
  return { suggested, unknown: Object.fromEntries(byField.map(([field, some]) => [field, namesOf(some)])) };
}
