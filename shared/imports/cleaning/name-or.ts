import { noteChange } from './notes.ts';
import { fault, lineOf, type Row } from './row.ts';

/** The name of a record; one without is called by what else the row says, in that order, and it is said. */
export function nameOr(row: Row, others: readonly (string | undefined)[], what: string): string | undefined {
  const said = lineOf(row, 'name');
  if (said) return said;
  const name = others.filter(Boolean).join(', ').slice(0, 200).toWellFormed().trim();
  if (!name) return fault(row, 'name', 'name_missing', `A ${what} has a name.`);
  noteChange(row.notes, 'name', '', name, `A ${what} without a name is called by what else is said of it.`);
  return name;
}
