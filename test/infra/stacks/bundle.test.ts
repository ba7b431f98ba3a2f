import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFunctions, closureOf } from '../../../infra/bundle.ts';

const entries = {
  one: 'functions/docs/api.ts',
  other: 'test/infra/stacks/placeholder/handler.ts',
};

test('a function’s bundle holds its entry, every file that this imports, and no other', async () => {
  const folders = await bundleFunctions(entries);
  for (const name of Object.keys(entries)) {
    const folder = folders[name] as string;
    const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
    const imported = new Set([`${name}.mjs`]);
    for (const file of imported)
      for (const [, path] of readFileSync(join(folder, file), 'utf8').matchAll(/["']\.\/([\w-]+\.mjs)["']/g))
        imported.add(path as string);
    expect(files.sort()).toEqual([...imported].sort());
  }
  expect(readdirSync(folders.other as string).length).toBeLessThan(6);
});

test('unchanged sources are bundled once', async () => {
  const made = async () => {
    const { one } = await bundleFunctions(entries);
    const { ino, birthtimeMs } = statSync(join(one as string, 'one.mjs'));
    return { one, ino, birthtimeMs };
  };
  const before = await made();
  expect(await made()).toEqual(before);
});

test('a closure follows imports of imports and leaves out what is external', () => {
  const file = (...paths: string[]) => ({
    imports: paths.map((path) => ({ path, kind: 'import-statement' as const, external: path === 'node:fs' })),
    bytes: 0,
    inputs: {},
    exports: [],
  });
  const outputs = { a: file('b', 'node:fs'), b: file('c'), c: file('a'), d: file('c') };
  expect(closureOf(outputs, 'a').sort()).toEqual(['a', 'b', 'c']);
});
