import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rolesPage } from '../../../infra/role-table.ts';
import { builtinRoles } from '../../../shared/access/builtin-roles.ts';

it('the page of the built-in roles says what the code does (npm run roles)', () => {
  const page = readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8');
  for (const role of builtinRoles) expect(page).toContain(`| \`${role}\` |`);
  expect(page).toBe(rolesPage());
});
