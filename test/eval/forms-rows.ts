import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** A row as it is posted: field name → value; empty cells are left out. */
export type Row = Record<string, string>;
export type Table = {
  fields: { name: string; label: string; target: string; required?: boolean }[];
  rows: Row[];
};
const idColumn = 'Prospect ID';

/** A column's name as a custom field: `Lead Source` is `leadSource`. */
function nameOf(column: string): string {
  const words = column.match(/[A-Za-z0-9]+/g) ?? ['column'];
  const joined = words
    .map((word) => word.toLowerCase())
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return (/^[a-z]/.test(joined) ? joined : `c${joined}`).slice(0, 60);
}

/** A name for each column, none twice and none that the form has for itself. */
function namesOf(columns: string[]): Map<string, string> {
  const taken = new Set(['email', 'homepage']);
  return new Map(
    columns.map((column) => {
      let name = nameOf(column);
      for (let n = 2; taken.has(name); n++) name = `${nameOf(column)}${n}`;
      taken.add(name);
      return [column, name];
    }),
  );
}

/** The first rows of a CSV: an address made from `Prospect ID` (else the row's number), any other column a custom field. */
export async function readTable(file: string, most: number): Promise<Table> {
  const records = createReadStream(file).pipe(parse({ columns: true, bom: true, to: most }));
  const cells: Record<string, string>[] = await Array.fromAsync(records);
  const names = namesOf(Object.keys(cells[0] ?? {}).filter((column) => column !== idColumn));
  const rows = cells.map((cell, i) => {
    const values = [...names].flatMap(([column, name]) =>
      cell[column]?.trim() ? [[name, cell[column]]] : [],
    );
    const id = (cell[idColumn] ?? `row-${i + 1}`).replaceAll(/[^A-Za-z0-9-]/g, '');
    return { ...Object.fromEntries(values), email: `${id}@leads.example` };
  });
  const custom = [...names].map(([label, name]) => ({ name, label, target: `custom.${name}` }));
  return { fields: [{ name: 'email', label: 'E-mail', target: 'email', required: true }, ...custom], rows };
}
