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

/** Rows of a file with slips of the kinds that people make. */
function aFile(): string {
  const people = [
    'Ada Lovelace',
    'Hedy Lamarr',
    'Mary Somerville',
    'Grace Hopper',
    'Emmy Noether',
    'Ida Rhodes',
  ];
  const hosts = ['gmial.com', 'hotmial.com', 'example.com'];
  const rows = people.map((name, at) => {
    const [first = '', last = ''] = name.split(' ');
    const host = hosts[at % hosts.length];
    return [
      first,
      last,
      `${first}.${last}@${host}`.toLowerCase(),
      at % 2 ? '31.02.1999' : '1999-02-28',
    ].join();
  });
  return ['First name,Last name,E-mail,Birthday', ...rows].join('\n');
}
/** An import that was checked; its id. */
async function checkedImport(cloud: LocalCloud): Promise<string> {
  const api = createClient({ baseUrl: cloud.url, token: await cloud.token('manager@acme.test') });
  const text = aFile();
  const body = { kind: 'contact', name: 'fair-2026.csv', size: Buffer.byteLength(text) } as const;
  const { id, upload } = await api.createImport({ body });
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: text });
  await api.readImport({ path: { importId: id }, body: {} });
  await cloud.idle();
  await api.checkImport({ path: { importId: id }, body: {} });
  await cloud.idle();
  return id;
}

/** A contact and a deal of the demo company that have something to show, and a file that was checked. */
async function shown(cloud: LocalCloud) {
  const api = createClient({ baseUrl: cloud.url, token: await cloud.token('manager@acme.test') });
  const deals = await api.listDeals({ query: { limit: 20, stageId: 'proposal' } });
  const deal = deals.items.find(({ contactId }) => contactId) ?? deals.items[0];
  const [contact, importId] = [deal?.contactId, await checkedImport(cloud)];
  return { deal: `/deals/${deal?.id}`, contact: `/contacts/${contact}`, file: `/imports/${importId}` };
}

type Shown = Awaited<ReturnType<typeof shown>>;
const picturesOf = ({ deal, contact, file }: Shown): Picture[] => [
  { name: 'today', path: '/today', as: 'rep' },
  { name: 'team', path: '/today?tab=team', as: 'manager' },
  { name: 'board', path: '/board', as: 'manager' },
  { name: 'list', path: '/contacts', as: 'manager' },
  { name: 'deal', path: deal, as: 'manager' },
  { name: 'contact', path: contact, as: 'manager' },
  { name: 'mail', path: '/mail', prepare: openLetter },
  { name: 'import', path: file, as: 'manager' },
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
