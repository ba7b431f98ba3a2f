import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readArchive } from '../../infra/restore/read-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-'));
/** An archive with these files, and what its manifest says that they hold. */
function anArchive(counts: Record<string, number>, files: Record<string, string>): string {
  const manifest = {
    schema: 1,
    exportId: 'dx_1',
    workspaceId: 'ws_1',
    exportedAt: '2026-11-30T12:00:00.000Z',
  };
  const all = { 'manifest.json': JSON.stringify({ ...manifest, counts }), ...files };
  const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
  const path = join(folder, `${Object.keys(counts).join('-')}.zip`);
  writeFileSync(path, bytes);
  return path;
}

test('an archive of an earlier version, which has fewer parts, is read: of what it does not know it has none', async () => {
  const { lines } = await readArchive(anArchive({ users: 1 }, { 'users.jsonl': '{"id":"us_1"}\n' }));
  expect(await Array.fromAsync(lines('users'))).toEqual([{ id: 'us_1' }]);
  expect(await Array.fromAsync(lines('rules'))).toEqual([]);
});

test('an archive without a part that it says to have is none', async () => {
  const { lines } = await readArchive(anArchive({ users: 1, rules: 1 }, { 'users.jsonl': '' }));
  await expect(Array.fromAsync(lines('rules'))).rejects.toThrow('has no rules.jsonl');
});
