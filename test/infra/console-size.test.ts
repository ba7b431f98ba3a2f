import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildConsole } from '../../infra/console.ts';

const mostBytes = 200 * 1024;

describe("the console's first load", () => {
  it('has at most 200 KB of script, gzipped: the frame, the texts and the first screen', async () => {
    const folder = await buildConsole();
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const scripts = new Set(page.match(/\/assets\/[^"]+\.js/g));
    const sizes = await Promise.all(
      [...scripts].map(async (script) => gzipSync(await readFile(join(folder, script)), { level: 9 }).length),
    );
    expect([...scripts].some((script) => script.includes('today-screen'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
  });
});
