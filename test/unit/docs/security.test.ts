import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
/** Paths of the repository that the page names, with `{a,b}` written out. */
const named = [...text.matchAll(/`((?:shared|functions|infra|test|docs)\/[\w./{},*-]+)`/g)].map(
  ([, path = '']) => path,
);
/** Where a part is named without its folder, like `*-strangers.test.ts`. */
const parts = [...text.matchAll(/`(\*-[\w.-]+\.ts)`/g)].map(([, name = '']) => `test/**/${name}`);

test('every file that the security page names is there', () => {
  expect(named.length).toBeGreaterThan(40);
  const missing = [...named, ...parts].filter((path) => globSync(path.replace(/\/$/, '')).length === 0);
  expect([...new Set(missing)]).toEqual([]);
  for (const path of named.filter((one) => one.includes('{'))) {
    const count = (/\{([^}]*)\}/.exec(path)?.[1] ?? '').split(',').length;
    expect(globSync(path), path).toHaveLength(count);
  }
});

test('every risk of the OWASP API Security Top 10 of 2023 has a row that names what is done, where, and a test', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| **API'));
  expect(rows.map((row) => /\*\*API(\d+)\*\*/.exec(row)?.[1])).toEqual(
    Array.from({ length: 10 }, (_, n) => `${n + 1}`),
  );
  for (const row of rows) {
    const [, done = '', where = '', tested = ''] = row.split(' | ').map((cell) => cell.trim());
    for (const cell of [done, where, tested]) expect(cell).not.toBe('');
  }
});
