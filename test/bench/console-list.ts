import type { Page } from 'playwright-core';
import { createClient } from '../../web/client/src/index.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { scrollTo, signInAs, type Traced, traced } from './trace.ts';

/**
 * `node test/bench/console-list.ts [url]`: what Chrome's main thread does while a list of 50,000 contacts is scrolled; against a local
 * cloud that runs, else one of its own. Its contacts are repeated in answers made here, so that the page is measured and not the machine
 * that would have to hold as many.
 */
const contacts = 50_000;
const pageSize = 100;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const given = process.argv[2];
const cloud = given ? undefined : await startLocalCloud({ env: { RAPPORT_DEMO: '1' } });
const url = (given ?? cloud?.url ?? '').replace('127.0.0.1', 'localhost');
const email = 'admin@acme.test';

async function someContacts() {
  const answer = await fetch(`${url}/_local/token`, { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = (await answer.json()) as { token: string };
  const { items } = await createClient({ baseUrl: url, token }).listContacts({ query: { limit: pageSize } });
  return items;
}
const some = await someContacts();
const idOf = (n: number) => `ct_01KB${String(n).padStart(22, '0')}`;
const contactAt = (n: number) => {
  const like = some[n % some.length];
  return { ...like, id: idOf(n), lastName: `${like?.lastName} ${n}` };
};

/** Answers the list page by page, each with where the next one begins. */
async function answerLists(page: Page): Promise<void> {
  await page.route(/\/v1\/contacts\?/, async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: pageSize }, (_, at) => contactAt(from + at));
    const next = from + pageSize;
    await route.fulfill({ json: { items, ...(next < contacts && { cursor: String(next) }) } });
  });
}

const sizes = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};
const browser = await launchChromium();
/** A notch of a wheel, and what a flick of a finger makes of a frame; how far down each goes. */
const gestures = {
  wheel: { stepPx: 240, rows: 5_000 },
  flick: { stepPx: 1_200, rows: contacts },
};

/** A trace of all of it would be longer than a text can be. */
const rowsATrace = 2_500;
const together = (all: Traced[]): Traced => ({
  tasks: all.reduce((sum, { tasks }) => sum + tasks, 0),
  longestMs: Math.max(...all.map(({ longestMs }) => longestMs)),
  longestCpuMs: Math.max(...all.map(({ longestCpuMs }) => longestCpuMs)),
  over50Ms: all.reduce((sum, { over50Ms }) => sum + over50Ms, 0),
  over50CpuMs: all.reduce((sum, { over50CpuMs }) => sum + over50CpuMs, 0),
});

async function measure(size: keyof typeof sizes, gesture: keyof typeof gestures): Promise<void> {
  const { stepPx, rows } = gestures[gesture];
  const context = await browser.newContext({ ...sizes[size], locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${url}/profile`);
  await signInAs(page, email);
  await answerLists(page);
  await page.goto(`${url}/contacts`);
  await page.locator('[data-index="0"]').waitFor();
  await page.waitForLoadState('networkidle');
  const over = page.locator('#content');
  const figures: Traced[] = [];
  for (let row = rowsATrace; row <= rows; row += rowsATrace) {
    const until = page.locator(`[data-index="${row - 1}"]`);
    const scroll = { over, until, stepPx, steps: 100_000 };
    figures.push(await traced(browser, page, () => scrollTo(page, scroll)));
  }
  const elements = await page.locator('*').count();
  say({ size, gesture, rows, elements, ...together(figures) });
  await context.close();
}
for (const size of ['desk', 'phone'] as const)
  for (const gesture of ['wheel', 'flick'] as const) await measure(size, gesture);
await browser.close();
await cloud?.stop();
