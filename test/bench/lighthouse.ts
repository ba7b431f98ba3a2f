import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../helpers/chromium.ts';
import { freePort } from '../helpers/free-port.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';

/** What people see first, and what they have open all day. */
const paths = ['/today', '/board', '/contacts'];
/** One run tells of the machine's moment as much as of the page; the middle one is taken. */
const runs = 5;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
type Scores = Record<(typeof categories)[number], number>;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/profile`);
  await page.getByRole('button', { name: /Sign in|Anmelden/ }).click();
  await page.getByRole('button', { name: 'rep@acme.test', exact: true }).click();
  await page.locator('#content').waitFor();
}

/** Lighthouse's own phone: a mid-range one on slow 4G, simulated from what this machine measures. */
async function scoresOf(address: string, port: number): Promise<Scores & { faults: string[] }> {
  const result = await lighthouse(address, {
    port,
    onlyCategories: [...categories],
    disableStorageReset: true, // who is signed in stays so
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse has nothing to say of ${address}`);
  const { lhr } = result;
  const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const faults = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
    .map(({ id }) => id);
  const figures = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  faults.push(...figures.map((id) => `${id} ${lhr.audits[id]?.displayValue}`));
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    faults,
  };
}

/** Scores the built console, signed out and signed in, by Lighthouse's phone profile. The last line is one JSON object. */
async function main(): Promise<void> {
  const cloud = await startLocalCloud({ env: { RAPPORT_DEMO: '1' } });
  const url = cloud.url.replace('127.0.0.1', 'localhost');
  await cloud.idle();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-lighthouse-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  });
  const found: Record<string, Scores> = {};
  const measure = async (name: string, path: string) => {
    const tries: Awaited<ReturnType<typeof scoresOf>>[] = [];
    while (tries.length < runs) tries.push(await scoresOf(`${url}${path}`, port));
    const median = tries.toSorted((a, b) => a.performance - b.performance)[(runs - 1) / 2];
    if (!median) return;
    const { faults, ...scores } = median;
    found[name] = scores;
    say(
      `${name.padEnd(10)} ${Object.entries(scores)
        .map(([key, value]) => `${key} ${value}`)
        .join(' · ')}`,
    );
    for (const fault of faults) say(`           ${fault}`);
  };
  try {
    await measure('/ (door)', '/');
    const door = await context.newPage();
    await signIn(door, url);
    await door.close(); // a second page of the console would take its share of the machine
    for (const path of paths) await measure(path, path);
    say(JSON.stringify(found));
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
    await cloud.stop();
  }
}

await main();
