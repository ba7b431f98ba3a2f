import type { Import } from '../../../../client/src/index.ts';

export type Mapping = NonNullable<Import['mapping']>;
export type ColumnOf = NonNullable<Import['columns']>[number];

/** The mapping with another field for a column, or none. A field is of one column: where it was of another, that one has none then. */
export function withField(mapping: Mapping, column: number, field: string | undefined): Mapping {
  const others = mapping.filter((one) => one.column !== column && one.field !== field);
  const next = field === undefined ? others : [...others, { column, field }];
  return next.sort((one, other) => one.column - other.column);
}

const sureFrom = 0.85;
const likelyFrom = 0.6;
/** How sure a suggestion is, in a word. */
export function confidenceOf(confidence: number): 'sure' | 'likely' | 'perhaps' {
  if (confidence >= sureFrom) return 'sure';
  return confidence >= likelyFrom ? 'likely' : 'perhaps';
}

const shownValues = 3;
/** The first values of a column that are not empty, each once. */
export function firstValues(rows: readonly { cells: readonly string[] }[], column: number): string[] {
  const values = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter(Boolean);
  return [...new Set(values)].slice(0, shownValues);
}
