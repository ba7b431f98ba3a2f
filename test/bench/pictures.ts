import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { setUp } from './picture-data.ts';

const folder = fileURLToPath(new URL('../../docs/console', import.meta.url));
const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

type Picture = {
  name: string;
  path: string;
  as?: string;
  look?: BrowserContextOptions;
  /** What is done before it is taken. */
  prepare?: (page: Page) => Promise<void>;
};

const openLetter = async (page: Page) => {
  await page.getByRole('button', { name: /Cold store/ }).click();
  await page.getByText('Do your shelves').waitFor();
};

/** Writes a mail that is not sent. */
const writeMail = async (page: Page) => {
  await page.getByRole('button', { name: 'E-mail', exact: true }).click();
  const form = page.getByRole('tabpanel', { name: 'E-mail' });
  await form.getByLabel('Subject').fill('The offer, as promised');
  const text = 'Hello {{contact.firstName|there}},\n\nhere is what we spoke of as to {{deal.name}}.';
  await form.getByLabel('Text', { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.locator('iframe').scrollIntoViewIfNeeded();
};
const toPart = (name: string) => async (page: Page) => {
  const part = page.getByRole('heading', { name });
  await part.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
};

type Shown = Awaited<ReturnType<typeof setUp>>;
const picturesOf = ({ deal, contact, ownDeal, file, template, rule, dashboard }: Shown): Picture[] => [
  { name: 'today', path: '/today', as: 'rep' },
  { name: 'team', path: '/today?tab=team', as: 'manager' },
  { name: 'board', path: '/board', as: 'manager' },
  { name: 'list', path: '/contacts', as: 'manager' },
  { name: 'deal', path: deal, as: 'manager' },
  { name: 'contact', path: contact, as: 'manager' },
  { name: 'mail', path: '/mail', prepare: openLetter },
  { name: 'import', path: file, as: 'manager' },
  { name: 'composer', path: ownDeal, as: 'rep', prepare: writeMail },
  { name: 'suppression', path: '/mail?tab=suppressed' },
  { name: 'template', path: template },
  { name: 'rule', path: rule },
  { name: 'mail-settings', path: '/settings/mail' },
  { name: 'notifications', path: '/notifications', as: 'rep' },
  { name: 'preferences', path: '/profile', as: 'rep', prepare: toPart('What you are told of') },
  { name: 'reports', path: '/reports?report=funnel', as: 'manager' },
  { name: 'dashboard', path: dashboard, as: 'manager' },
  { name: 'scoring', path: '/settings/scoring' },
  { name: 'roles', path: '/settings/roles' },
  { name: 'board-dark', path: '/board', as: 'manager', look: { ...desk, colorScheme: 'dark' } },
  { name: 'phone-today', path: '/today', as: 'rep', look: phone },
  { name: 'phone-board', path: '/board', as: 'rep', look: phone },
  { name: 'phone-dashboard', path: dashboard, as: 'manager', look: phone },
  { name: 'phone-contact', path: contact, as: 'rep', look: { ...phone, colorScheme: 'dark' } },
];

async function take(
  browser: Browser,
  url: string,
  { name, path, as = 'admin', look = desk, prepare }: Picture,
) {
  const context = await browser.newContext({ locale: 'en-GB', ...look });
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: `${as}@acme.test`, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  await context.close();
}

/** Takes the pictures of docs/console.md anew, from the demo company on a local cloud of its own. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const cloud = await startLocalCloud({ env: { RAPPORT_DEMO: '1' } });
  const browser = await launchChromium();
  try {
    const shown = await setUp(cloud);
    const url = cloud.url.replace('127.0.0.1', 'localhost');
    for (const picture of picturesOf(shown)) {
      await take(browser, url, picture);
      process.stdout.write(`docs/console/${picture.name}.png\n`);
    }
  } finally {
    await browser.close();
    await cloud.stop();
  }
}

await main();
