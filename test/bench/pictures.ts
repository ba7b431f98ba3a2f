import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createClient } from '../../web/client/src/index.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { rawMail, sendRaw } from '../helpers/client.ts';
import { type LocalCloud, startLocalCloud } from '../helpers/local-cloud.ts';

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

const letters = [
  [
    'Ingrid Solberg',
    'ingrid.solberg@fjordlager.example',
    'Racking for a new hall',
    'We are building a hall of 1,200 m² in Drammen.',
  ],
  [
    'Tomás Herrera',
    'tomas@herrera-frio.example',
    'Cold store shelving',
    'Do your shelves stand minus 25 degrees?',
  ],
] as const;
/** Two strangers write, so that the mail has something to show. */
async function receiveMail(cloud: LocalCloud): Promise<void> {
  for (const [name, from, subject, text] of letters) {
    const headers = { From: `${name} <${from}>`, To: 'sales@in.acme.test', Subject: subject };
    await sendRaw(cloud, rawMail(headers, text), from, 'sales@in.acme.test');
  }
  await cloud.idle();
}

const openLetter = async (page: Page) => {
  await page.getByRole('button', { name: /Cold store/ }).click();
  await page.getByText('Do your shelves').waitFor();
};

/** A contact and a deal of the demo company that have something to show. */
async function shown(cloud: LocalCloud) {
  const api = createClient({ baseUrl: cloud.url, token: await cloud.token('manager@acme.test') });
  const deals = await api.listDeals({ query: { limit: 20, stageId: 'proposal' } });
  const deal = deals.items.find(({ contactId }) => contactId) ?? deals.items[0];
  return { deal: `/deals/${deal?.id}`, contact: `/contacts/${deal?.contactId}` };
}

const picturesOf = ({ deal, contact }: { deal: string; contact: string }): Picture[] => [
  { name: 'today', path: '/today', as: 'rep' },
  { name: 'team', path: '/today?tab=team', as: 'manager' },
  { name: 'board', path: '/board', as: 'manager' },
  { name: 'list', path: '/contacts', as: 'manager' },
  { name: 'deal', path: deal, as: 'manager' },
  { name: 'contact', path: contact, as: 'manager' },
  { name: 'mail', path: '/mail', prepare: openLetter },
  { name: 'roles', path: '/settings/roles' },
  { name: 'board-dark', path: '/board', as: 'manager', look: { ...desk, colorScheme: 'dark' } },
  { name: 'phone-today', path: '/today', as: 'rep', look: phone },
  { name: 'phone-board', path: '/board', as: 'rep', look: phone },
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
    await cloud.idle();
    await receiveMail(cloud);
    const url = cloud.url.replace('127.0.0.1', 'localhost');
    for (const picture of picturesOf(await shown(cloud))) {
      await take(browser, url, picture);
      process.stdout.write(`docs/console/${picture.name}.png\n`);
    }
  } finally {
    await browser.close();
    await cloud.stop();
  }
}

await main();
