import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { buildConsole, consoleSources } from '../../../infra/console.ts';

test('two builds at once answer the same files, whose page names nothing that is not there, and the next is answered from them', async () => {
  const [one, other] = await Promise.all([buildConsole(), buildConsole()]);
  expect(one).toBe(other);
  const page = readFileSync(join(one, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(0);
  const there = readdirSync(join(one, 'assets')).map((name) => `assets/${name}`);
  expect(there).toEqual(expect.arrayContaining(named));
  const said: string[] = [];
  expect(await buildConsole((text) => said.push(text))).toBe(one);
  expect(said).toEqual([]);
});

test('the page has no script but files, so that its policy lets all of it run', async () => {
  const page = readFileSync(join(await buildConsole(), 'index.html'), 'utf8');
  expect(page.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
  expect(page).not.toMatch(/\son\w+=/);
});

test('a build is made anew where what it takes from elsewhere changes, be that imported by it or by what it imports', async () => {
  const sources = (await consoleSources()).map((path) => relative(process.cwd(), path));
  const elsewhere = ['rules/blanks.ts', 'core/text.ts', 'imports/mapping/fields/contact-fields.ts'];
  expect(sources).toEqual(expect.arrayContaining(elsewhere.map((path) => `shared/${path}`)));
});
