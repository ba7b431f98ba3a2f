import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { pause } from '../../shared/platform/pause.ts';
import { createClient } from '../../web/client/src/index.ts';
import { launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    consoleUrl: string;
    smtpPort: number;
  }
}

export const url = inject('consoleUrl');

const startMs = 600_000; // a deadline finds what hangs
/** Resolves when the cloud is there, and what the demo company was filled with is listed. */
async function started(): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    const answer = await fetch(`${url}/_local/idle?timeout=100`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > until) throw new Error(`There is no local cloud at ${url}`);
    await pause(200);
  }
}
await started();

const sizes = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 1180, height: 820 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof sizes;
export const bothSizes: Size[] = ['desk', 'phone'];

type Theme = 'light' | 'dark';
type Opening = {
  /** The word before `@acme.test`: admin, manager, rep, rep2, support, marketing; or a whole address. */
  as?: string;
  size?: Size;
  path?: string;
  theme?: Theme;
  locale?: string;
  /** With the service worker, which only starting without a network needs. */
  isInstalled?: boolean;
};

const addressOf = (who: string) => (who.includes('@') ? who : `${who}@acme.test`);

/** The API as somebody, to make what a test needs and to look at what became of it. */
export async function apiAs(who: string) {
  const email = addressOf(who);
  const response = await fetch(`${url}/_local/token`, { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = (await response.json()) as { token: string };
  return createClient({ baseUrl: url, token });
}

/** Resolves when streams, queues and functions have nothing left to do, so that lists and boards show what was written. */
export async function settled(): Promise<void> {
  const response = await fetch(`${url}/_local/idle?timeout=100`);
  if (!response.ok) throw new Error(await response.text());
}

/** Signs in as a person does: the button, then who one is on the issuer's page. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: /Sign in|Anmelden/ }).click();
  await page.getByRole('button', { name: addressOf(who), exact: true }).click();
  await page.locator('#content').waitFor();
}

/** Who is signed in, kept for the next page of the same person, so that only the first one goes by the issuer. */
const kept = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
async function signedInState(browser: Browser, who: string) {
  const there = kept.get(who);
  if (there) return there;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/profile`);
  await signIn(page, who);
  const state = await context.storageState();
  await context.close();
  kept.set(who, state);
  return state;
}

/** What a browser says of a page that is broken; a refusal of the API or no network is said on the page, and is no fault of it. */
function faultsOf(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('console', (message) => {
    const isRefusal = /Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === 'error' && !isRefusal) faults.push(message.text());
  });
  return faults;
}

let browser: Promise<Browser> | undefined;
type Fixtures = { open(opening?: Opening): Promise<Page> };

/** A test with `open`: the console as somebody at a size. At its end nothing may have been thrown or logged as an error. */
export const test = base.extend<Fixtures>({
  open: async ({ task: _ }, use) => {
    browser ??= launchChromium();
    const running = await browser;
    const opened: { context: BrowserContext; faults: string[] }[] = [];
    await use(
      async ({
        as = 'admin',
        size = 'desk',
        path = '/',
        theme = 'light',
        locale = 'en-GB',
        isInstalled = false,
      } = {}) => {
        const storageState = await signedInState(running, as);
        const context = await running.newContext({
          ...sizes[size],
          storageState,
          colorScheme: theme,
          locale,
          serviceWorkers: isInstalled ? 'allow' : 'block',
        });
        context.setDefaultTimeout(60_000); // finds what hangs; how long a thing takes is the machine's affair
        opened.push({ context, faults: faultsOf(context) });
        const page = await context.newPage();
        await page.goto(`${url}${path}`);
        return page;
      },
    );
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  },
});

/** Light and dark differ in their colours alone: what else is wrong is wrong in both. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

async function violationsIn(axe: AxeBuilder): Promise<string[]> {
  // The page has no frames, for which axe would otherwise open a page of its own each time.
  const { violations: found } = await axe.setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What axe finds wrong by WCAG 2.2 A and AA and its best practices: a line each, none on a good page. */
export const violations = (page: Page): Promise<string[]> => violationsIn(new AxeBuilder({ page }));

const inTheme = async (page: Page, theme: Theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
};

/** `violations` of a page that is open in light, and what is wrong with its colours in dark. Leaves it light. */
export async function violationsByTheme(page: Page): Promise<string[]> {
  await inTheme(page, 'light');
  const light = await violations(page);
  await inTheme(page, 'dark');
  const dark = await violationsIn(new AxeBuilder({ page }).withRules(rulesOfColour));
  await inTheme(page, 'light');
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)];
}
