import { foldHeader } from './header.ts';
import type { ImportKind } from './import-fields.ts';
import { type Looks, looksOf } from './look-of-values.ts';
import { placeColumns } from './place-columns.ts';
import { type HeaderReading, type Reading, readHeader } from './read-header.ts';
import { judge } from './read-values.ts';
import { type Candidate, settle } from './settle.ts';

/** What a column becomes. `confidence` is 1 where the header is known as it stands, and 0 where nothing is. */
export type ColumnMapping = {
  column: number;
  header: string;
  field: string | undefined;
  confidence: number;
  by: 'header' | 'values' | 'both' | 'none';
};
type CustomField = { key: string; label: string };

/** The workspace's own field of that name; it goes before what only resembles a core field. */
function customReading(header: string, custom: readonly CustomField[]): Reading | undefined {
  const folded = foldHeader(header);
  const found = custom.find(({ key, label }) => folded === foldHeader(label) || folded === foldHeader(key));
  return found && { field: `custom.${found.key}`, confidence: 1 };
}
function readingOf(header: string, kind: ImportKind, custom: readonly CustomField[]): HeaderReading {
  const core = readHeader(header, kind);
  if (core && core !== 'aside' && core.confidence === 1) return core;
  return customReading(header, custom) ?? core;
}

/** In a file without headers the word behind the first name is the last name. */
function besideFirstNames(
  candidates: readonly Candidate[],
  all: readonly Looks[],
  columns: readonly string[],
) {
  const first = candidates.find(({ reading, by }) => by === 'values' && reading.field === 'firstName');
  const column = (first?.column ?? -1) + 1;
  const looks = all[column];
  const isFree = !candidates.some((one) => one.column === column || one.reading.field === 'lastName');
  if (!first || !looks || !isFree || looks.shareOf('word') < 0.7) return candidates;
  const reading = { field: 'lastName', confidence: 0.5 };
  return [...candidates, { column, header: columns[column] ?? '', looks, reading, by: 'values' as const }];
}

/**
 * Which field each column of a file most likely is: by its header, in many languages and as many programs write it, and by
 * the look of its values. `samples` are rows of cells, as the columns stand. Each field is given once; a second e-mail address,
 * phone or postal address goes to the next number. A column of nothing that a record has gets no field. Headers that would
 * mean an importer's guess are given with an honest confidence: 1 for a known header, about 0.9 for one with words besides,
 * 0.8 for a slip of the pen, less for what the values alone say.
 */
export function suggestMapping(
  kind: ImportKind,
  columns: readonly string[],
  samples: readonly (readonly string[])[],
  custom: readonly CustomField[] = [],
): ColumnMapping[] {
  const looks = columns.map((_, column) => looksOf(samples.map((row) => row[column] ?? '')));
  const candidates = columns.flatMap((header, column): Candidate[] => {
    const own = looks[column] ?? looksOf([]);
    const judged = judge(readingOf(header, kind, custom), kind, own);
    return judged ? [{ ...judged, column, header, looks: own }] : [];
  });
  const whole = kind === 'contact' ? besideFirstNames(candidates, looks, columns) : candidates;
  const placed = placeColumns(settle(whole, kind), kind);
  const byColumn = new Map(
    [...placed].map(([field, candidate]) => [candidate.column, { field, ...candidate }]),
  );
  return columns.map((header, column) => {
    const found = byColumn.get(column);
    if (!found) return { column, header, field: undefined, confidence: 0, by: 'none' };
    const { field, reading, by } = found;
    return { column, header, field, confidence: Number(reading.confidence.toFixed(2)), by };
  });
}
