/* Writes docs/openapi.json and the client's types from the contracts; with --check only says whether they are up to date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Route } from '../../shared/core/route.ts';
import { clientOperations, clientTypes } from '../client/client-text.ts';
import { functions } from '../functions.ts';
import { openApiDocument } from './document.ts';

const root = new URL('../../', import.meta.url);

export const allRoutes = (): Route[] =>
  functions.flatMap(({ trigger }) => (trigger.kind === 'api' ? [...trigger.routes] : []));
export const openApiText = () => `${JSON.stringify(openApiDocument(allRoutes()), null, 2)}\n`;

/** All that is made of the contracts: file, text. */
export function madeFiles(text = openApiText()): Record<string, string> {
  const document = JSON.parse(text);
  return {
    'docs/openapi.json': text,
    'web/client/src/generated/types.ts': clientTypes(document),
    'web/client/src/generated/operations.ts': clientOperations(document),
  };
}

function write(file: string, text: string): void {
  mkdirSync(new URL('.', new URL(file, root)), { recursive: true });
  writeFileSync(new URL(file, root), text);
}

if (import.meta.main) {
  const isStale = ([file, text]: [string, string]) =>
    !existsSync(new URL(file, root)) || readFileSync(new URL(file, root), 'utf8') !== text;
  const stale = Object.entries(madeFiles()).filter(isStale);
  for (const [file, text] of stale) {
    if (!process.argv.includes('--check')) write(file, text);
    else {
      process.stderr.write(`${file} is not what the contracts say. Run \`npm run openapi\` and commit it.\n`);
      process.exitCode = 1;
    }
  }
}
