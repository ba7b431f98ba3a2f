// `npm run doc-tables`: writes into pages of docs the tables that follow from the code. A test holds the pages to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fieldTable } from './fields.ts';
import { reportColumns } from './report-columns.ts';
import { roleTables } from './roles.ts';

const tables: Record<string, { name: string; text: () => string }> = {
  'roles.md': { name: 'roles', text: roleTables },
  'conditions.md': { name: 'fields', text: fieldTable },
  'reports.md': { name: 'columns', text: reportColumns },
};
/** The pages of docs that have such tables. */
export const pagesWithTables = Object.keys(tables);
const fileOf = (page: string) => new URL(`../../docs/${page}`, import.meta.url);

/** A page of docs with its table as the code has it. */
export function pageWithTable(page: string): string {
  const found = tables[page];
  if (!found) throw new Error(`${page} has no table.`);
  const [begin, end] = [`<!-- ${found.name}:begin -->`, `<!-- ${found.name}:end -->`];
  const [before = '', rest = ''] = readFileSync(fileOf(page), 'utf8').split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}\n\n${found.text()}\n\n${end}${after}`;
}

if (import.meta.main) for (const page of pagesWithTables) writeFileSync(fileOf(page), pageWithTable(page));
