/* Writes docs/openapi.json from the contracts; with --check only says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Route } from '../../shared/core/route.ts';
import { functions } from '../functions.ts';
import { openApiDocument } from './document.ts';

const file = new URL('../../docs/openapi.json', import.meta.url);

export const allRoutes = (): Route[] =>
  functions.flatMap(({ trigger }) => (trigger.kind === 'api' ? [...trigger.routes] : []));
export const openApiText = () => `${JSON.stringify(openApiDocument(allRoutes()), null, 2)}\n`;

if (import.meta.main) {
  const text = openApiText();
  const current = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!current) {
    process.stderr.write(
      'docs/openapi.json is not what the contracts say. Run `npm run openapi` and commit it.\n',
    );
    process.exitCode = 1;
  }
}
