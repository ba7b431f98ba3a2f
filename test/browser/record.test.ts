import { randomUUID } from 'node:crypto';
import type { Page, Response } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import type { RolePolicyInput } from '../../web/client/src/index.ts';
import { apiAs, bothSizes, settled, test, url } from '../helpers/console.ts';

const api = await apiAs('admin');
const me = await api.getMe();
/** How long a page may take on a machine that others share. */
const own = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

async function aContact(over: object = {}) {
  const lastName = own('Lovelace');
  const contact = await api.createContact({
    body: { firstName: 'Ada', lastName, jobTitle: 'Countess', ownerId: me.id, ...over },
  });
  return { ...contact, path: `/contacts/${contact.id}` };
}
const field = (page: Page, name: string) => page.getByRole('group', { name }).getByRole('textbox').first();
const isPatch = (response: Response) => response.request().method() === 'PATCH';
const edit = (page: Page, name: string) =>
  page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();

describe('a field of a record', () => {
  test.for(bothSizes)('is saved when a tap elsewhere leaves it (%s)', async (size, { open }) => {
    const { id, path } = await aContact();
    const page = await open({ path, size });
    await edit(page, 'Job title');
    await field(page, 'Job title').fill('Head of Engines');
    await Promise.all([page.waitForResponse(isPatch), page.getByRole('heading', { level: 1 }).click()]);
    await page.getByText('Head of Engines').first().waitFor();
    expect(await api.getContact({ path: { contactId: id } })).toMatchObject({ jobTitle: 'Head of Engines' });
  });

  test('stays as it was after Escape, and the focus comes back to it', async ({ open }) => {
    const { path } = await aContact();
    const page = await open({ path });
    await edit(page, 'Job title');
    await field(page, 'Job title').fill('Nobody');
    await page.keyboard.press('Escape');
    const button = page.getByRole('button', { name: 'Edit Job title' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByText('Countess').first().waitFor();
  });

  test('keeps what was written where the request fails, through a reload, until it is saved', async ({
    open,
  }) => {
    const { id, path } = await aContact();
    const page = await open({ path });
    await page.route('**/v1/contacts/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await edit(page, 'Job title');
    await field(page, 'Job title').fill('Head of Engines');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: 'There was no answer' }).waitFor();
    await page.unroute('**/v1/contacts/**');
    await page.reload();
    await page.getByText('It is not saved yet').waitFor();
    expect(await field(page, 'Job title').inputValue()).toBe('Head of Engines');
    await Promise.all([page.waitForResponse(isPatch), page.getByRole('button', { name: 'Save' }).click()]);
    await page.getByRole('button', { name: 'Edit Job title' }).waitFor();
    expect(await api.getContact({ path: { contactId: id } })).toMatchObject({ jobTitle: 'Head of Engines' });
  });

  test('of two people who change two fields both stay; of the same field one chooses', async ({ open }) => {
    const { id, path } = await aContact();
    const page = await open({ path });
    await edit(page, 'Job title');
    await field(page, 'Job title').fill('Mine');
    await api.patchContact({ path: { contactId: id }, body: { firstName: 'Augusta' } });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Augusta' }).waitFor();
    await edit(page, 'Job title');
    await field(page, 'Job title').fill('Mine again');
    await api.patchContact({ path: { contactId: id }, body: { jobTitle: 'Theirs' } });
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed this, too' });
    for (const text of ['Mine again', 'Theirs', 'Mine'])
      await dialog.getByText(text, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Save this' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await api.getContact({ path: { contactId: id } });
    expect(after).toMatchObject({ firstName: 'Augusta', jobTitle: 'Mine again' });
  });

  test('that another record has already leads to that record', async ({ open }) => {
    const address = `${randomUUID()}@engines.example`;
    const [there, mine] = [await aContact({ emails: [{ address }] }), await aContact()];
    const page = await open({ path: mine.path });
    await edit(page, 'E-mails');
    await field(page, 'E-mails').fill(address);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Open the one that has it' }).click();
    await page.waitForURL(`${url}${there.path}`);
  });
});

describe('what happened', () => {
  test.for(bothSizes)('a call is logged and stands on the timeline (%s)', async (size, { open }) => {
    const { id, path } = await aContact();
    const page = await open({ path, size });
    await page.getByRole('button', { name: 'Edit Job title' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Call' }).fill('She wants ten lamps.');
    await page.getByRole('textbox', { name: 'Minutes' }).fill('9');
    await page.getByRole('tabpanel', { name: 'Call' }).getByRole('button', { name: 'Log call' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'She wants ten lamps.' })
      .getByText('9 minutes')
      .waitFor();
    const { items } = await api.listActivities({ query: { contactId: id } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'call', call: { durationMs: 540_000, direction: 'outbound' } });
  });

  test('a note that is half written is there again after a reload', async ({ open }) => {
    const { path } = await aContact();
    const page = await open({ path });
    await page.getByRole('button', { name: 'Write a note…' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Likes brass');
    await page.reload();
    await expect.poll(() => page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Likes brass');
  });

  test('the page tells how a record stood at an earlier moment, and changes nothing', async ({ open }) => {
    const { id, updatedAt, path } = await aContact();
    await api.patchContact({ path: { contactId: id }, body: { jobTitle: 'Head of Engines' } });
    const page = await open({ path: `${path}?asOf=${updatedAt}` });
    await page.getByText('This is how it stood').waitFor();
    await page.getByText('Countess').first().waitFor();
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByText('Head of Engines').first().waitFor();
  });
});

describe('what belongs to a record', () => {
  test.for(bothSizes)('a file that is added can be downloaded (%s)', async (size, { open }) => {
    const { path } = await aContact();
    const page = await open({ path: `${path}?part=related`, size });
    const bytes = Buffer.from('%PDF-1.7\nTen lamps, 480 euros.\n');
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'Quote.pdf', mimeType: 'application/pdf', buffer: bytes });
    const name = page.getByRole('button', { name: 'Quote.pdf', exact: true });
    await expect.poll(() => name.isEnabled()).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), name.click()]);
    expect(download.suggestedFilename()).toBe('Quote.pdf');
  });

  test('a deal moves to the stage that is clicked on, and back', async ({ open }) => {
    const deal = await api.createDeal({
      body: { name: own('Ten lamps'), ownerId: me.id, amountCents: 48_000 },
    });
    const page = await open({ path: `/deals/${deal.id}` });
    const stages = page.getByRole('navigation', { name: 'Stages' });
    const second = stages.getByRole('button').nth(1);
    await second.click();
    await expect.poll(() => second.getAttribute('aria-current')).toBe('step');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => stages.getByRole('button').first().getAttribute('aria-current')).toBe('step');
  });

  test('what is deleted comes back by Undo, and by its own page', async ({ open }) => {
    const { id, path, lastName } = await aContact();
    const page = await open({ path });
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.waitForURL(`${url}/contacts`);
    await page.getByRole('button', { name: 'Undo' }).click();
    const isThere = () =>
      api.getContact({ path: { contactId: id } }).then(
        () => true,
        () => false,
      );
    await expect.poll(isThere).toBe(true);
    await api.deleteContact({ path: { contactId: id } });
    await settled();
    await page.goto(`${url}${path}`);
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('button', { name: 'Edit Last name' }).waitFor();
    await page.getByRole('heading', { name: `Ada ${lastName}` }).waitFor();
  });
});

describe('keys', () => {
  test('go on to the next record of the list one came from, and edit the first field', async ({ open }) => {
    const [first, second] = [await aContact(), await aContact()];
    const page = await open({ path: first.path });
    const walk = { kind: 'contact', ids: [first.id, second.id], at: 0 };
    await page.evaluate((kept) => sessionStorage.setItem('rapport.walk', JSON.stringify(kept)), walk);
    await page.reload();
    await page.getByRole('button', { name: 'Next record' }).waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(`${url}${second.path}`);
    await page.getByRole('heading', { name: `Ada ${second.lastName}` }).waitFor();
    await page.keyboard.press('e');
    const isFocused = () => field(page, 'First name').evaluate((one) => one === document.activeElement);
    await expect.poll(isFocused).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.waitForURL(`${url}${first.path}`);
  });
});

describe('somebody who may not see a field', () => {
  const email = `trainee-${randomUUID().slice(0, 8)}@acme.test`;
  const secret = { phone: '+493012345678', score: 87 };
  beforeAll(async () => {
    const activity = { create: 'none', edit: 'none', delete: 'none', export: 'none' } as const;
    const none = { ...activity, read: 'none' } as const;
    const policy: RolePolicyInput = {
      records: { contact: { ...none, read: 'all', edit: 'all' }, deal: none, task: none, activity },
      fields: { contact: { phones: 'hidden', score: 'hidden', jobTitle: 'readonly' } },
      settings: ['fields:read', 'pipelines:read', 'users:read', 'teams:read', 'workspaces:read'],
    };
    const role = await api.createRole({ body: { name: own('Trainee'), policy } });
    await api.inviteUser({ body: { email, name: 'Trainee', roles: [role.id] } });
  });

  test('gets it in no answer of the page, and is offered no way to set it', async ({ open }) => {
    const { path } = await aContact({ phones: [{ number: secret.phone }], score: secret.score });
    await settled();
    const page = await open({ path: '/profile', as: email });
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/v1/')) answers.push(response.text().catch(() => ''));
    });
    await page.goto(`${url}${path}`);
    await page.getByRole('button', { name: 'Edit First name' }).waitFor();
    await page.waitForLoadState('networkidle');
    const all = (await Promise.all(answers)).join('\n');
    expect(all).toContain('Countess');
    expect(all).not.toContain('12345678');
    expect(all).not.toMatch(/"(?:score|phones)":/);
    for (const name of ['Phones', 'Score', 'Job title'])
      expect(await page.getByRole('button', { name: `Edit ${name}` }).count()).toBe(0);
  });
});
