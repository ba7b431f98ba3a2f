/*
 * Holds docs/openapi.json to what was released last (docs/openapi.released.json): a break that docs/api-breaks.json does not
 * declare fails. With a git ref only tells what would break who has that commit; with --release takes the present as released.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Declared, undeclared } from './diff/declared.ts';
import { type Document, documentBreaks } from './diff/document-breaks.ts';
import { releasedText } from './diff/released.ts';

const root = new URL('../../', import.meta.url);
const read = <T>(file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as T;
const write = (file: string, text: string) => writeFileSync(new URL(file, root), text);

/** What is wrong; nothing where nothing breaks that is not declared. */
export function findings(current = read<Document>('docs/openapi.json')): string[] {
  const released = read<Document>('docs/openapi.released.json');
  return undeclared(documentBreaks(released, current), read<Declared[]>('docs/api-breaks.json'));
}

/** Takes the present as what callers rely on. The breaks that led there are told in docs/api-changes.md. */
function release(): void {
  const told = read<Declared[]>('docs/api-breaks.json').map(
    ({ date, operation, what, why }) => `| ${date} | \`${operation}\` | ${what} | ${why} |\n`,
  );
  const file = new URL('docs/api-changes.md', root);
  writeFileSync(file, readFileSync(file, 'utf8') + told.join(''));
  write('docs/openapi.released.json', releasedText(read<Document>('docs/openapi.json')));
  write('docs/api-breaks.json', '[]\n');
}

function since(ref: string): string[] {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e8 } as const;
  const before = JSON.parse(execFileSync('git', ['show', `${ref}:docs/openapi.json`], options));
  return documentBreaks(before, read('docs/openapi.json')).map(
    ({ operation, what }) => `${operation}: ${what}`,
  );
}

if (import.meta.main) {
  const [given] = process.argv.slice(2);
  if (given === '--release') release();
  else {
    const all = given === undefined ? findings() : since(given);
    process.stdout.write(all.map((line) => `${line}\n`).join(''));
    if (given === undefined && all.length > 0) process.exitCode = 1;
  }
}
