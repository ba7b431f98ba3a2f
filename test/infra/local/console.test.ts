import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { Request } from '../../../infra/local/http.ts';
import { consoleHandler } from '../../../infra/local/services/console.ts';

const parent = mkdtempSync(join(tmpdir(), 'console-'));
const folder = join(parent, 'built');
const script = 'export const greeting = "Good morning";\n'.repeat(100);
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(parent, 'secret.txt'), 'not the console’s');
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rapport</title>');
writeFileSync(join(folder, 'assets/index-1a2b.js'), script);
afterAll(() => rmSync(parent, { recursive: true }));

const handler = consoleHandler(folder, {
  issuer: ['https://issuer.example'],
  live: ['wss://live.example'],
  files: ['https://files.example'],
});
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  handler({ method, path, headers } as Request);
const header = async (path: string, name: string) => (await ask(path))?.headers?.[name];

test('a page is the console’s, whatever it is called; a file that is not there is a 404; the API’s paths are not answered', async () => {
  for (const path of ['/', '/deals/dl_1', '/index.html'])
    expect(String((await ask(path))?.body)).toContain('Rapport');
  expect((await ask('/assets/gone.js'))?.status).toBe(404);
  expect((await ask('/assets'))?.headers?.['content-type']).toContain('html');
  expect(ask('/v1/deals')).toBeUndefined();
  expect((await ask('/deals', {}, 'POST'))?.status).toBe(403);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/%00.txt',
  '/%E0%A4%A.txt',
])('%s leads to nothing outside of the build', async (path) => {
  expect((await ask(path))?.status).toBe(404);
});

test('a script comes compressed as the browser takes it, and short files as they are', async () => {
  const path = '/assets/index-1a2b.js';
  const [plain, gzip, br] = await Promise.all(
    ['identity', 'gzip, deflate', 'gzip;q=1.0, br'].map((accepted) =>
      ask(path, { 'accept-encoding': accepted }),
    ),
  );
  expect(String(plain?.body)).toBe(script);
  expect(gunzipSync(gzip?.body as Buffer).toString()).toBe(script);
  expect(brotliDecompressSync(br?.body as Buffer).toString()).toBe(script);
  expect([plain, gzip, br].map((one) => one?.headers?.['content-encoding'])).toEqual([
    undefined,
    'gzip',
    'br',
  ]);
  expect((await ask('/', { 'accept-encoding': 'br' }))?.headers?.['content-encoding']).toBeUndefined();
});

test('who has a file is not sent it again, and a new build is there at once', async () => {
  const path = '/index.html';
  const etag = String(await header(path, 'etag'));
  expect((await ask(path, { 'if-none-match': `W/${etag}, "other"` }))?.status).toBe(304);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rapport, newer</title>');
  const after = await ask(path, { 'if-none-match': etag });
  expect([after?.status, String(after?.body)]).toEqual([200, expect.stringContaining('newer')]);
});

test('no page runs another’s script, stands in a frame, or speaks with others than it must', async () => {
  const policy = String(await header('/', 'content-security-policy')).split('; ');
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(
    "connect-src 'self' https://issuer.example wss://live.example https://files.example",
  );
  expect(await header('/assets/index-1a2b.js', 'x-content-type-options')).toBe('nosniff');
});
