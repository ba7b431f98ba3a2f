import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagesWithTables, pageWithTable } from '../../../infra/doc-tables/pages.ts';
import { builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { fieldsOf } from '../../../shared/conditions/fields.ts';

/** The formatter widens a table's columns. */
const unpadded = (page: string) => page.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');
const read = (page: string) =>
  unpadded(readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8'));

describe('the tables of docs say what the code does (npm run doc-tables)', () => {
  it.each(pagesWithTables)('%s', (page) => expect(read(page)).toBe(unpadded(pageWithTable(page))));
  it('of every built-in role', () => {
    for (const role of builtinRoles) expect(read('roles.md')).toContain(`| \`${role}\` |`);
  });
  it('of every field that a condition may name', () => {
    for (const [path] of fieldsOf('ticket')) expect(read('conditions.md')).toContain(`\`${path}\``);
  });
});
