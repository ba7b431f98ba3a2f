import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rolesPage } from '../../../infra/role-table.ts';
import { builtinRoles } from '../../../shared/access/builtin-roles.ts';

/** The formatter widens a table's columns. */
const unpadded = (page: string) => page.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

it('the page of the built-in roles says what the code does (npm run roles)', () => {
  const page = unpadded(readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8'));
  for (const role of builtinRoles) expect(page).toContain(`| \`${role}\` |`);
  expect(page).toBe(unpadded(rolesPage()));
});
