import { cleanRow } from '../../shared/imports/cleaning/clean-row.ts';
import { suggestMapping } from '../../shared/imports/mapping/suggest-mapping.ts';
import { readTable } from './import-read.ts';

export type Person = {
  firstName?: string | undefined;
  lastName?: string | undefined;
  company?: string | undefined;
  jobTitle?: string | undefined;
  emails: string[];
  /** As they stand in the columns that are mapped to phones. */
  phones: string[];
};
type Mapped = { column: number; field: string };
type Body = {
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  emails?: { address: string }[];
};

async function personOf(cells: readonly string[], mapping: readonly Mapped[]): Promise<Person> {
  const { values } = await cleanRow('contact', cells, mapping, {});
  const { emails = [], ...names } = values as Body;
  const phones = mapping
    .filter(({ field }) => field.startsWith('phone'))
    .map(({ column }) => cells[column] ?? '');
  return { ...names, emails: emails.map(({ address }) => address), phones: phones.filter(Boolean) };
}

/** The people of a file as an import would have them without anybody's help. */
export async function peopleIn(path: string): Promise<Person[]> {
  const { columns, rows } = await readTable(path);
  const mapping = suggestMapping('contact', columns, rows.slice(0, 50)).flatMap(({ column, field }) =>
    field ? [{ column, field }] : [],
  );
  return Promise.all(rows.map((cells) => personOf(cells, mapping)));
}
