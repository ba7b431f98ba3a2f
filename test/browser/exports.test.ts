import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test, violationsByTheme } from '../helpers/console.ts';

const unique = () => Math.random().toString(36).slice(2, 8);

/** Contacts with a tag of their own, and the address of the list that shows only them. */
async function someContacts(names: string[]) {
  const api = await apiAs('admin');
  const tag = `taken${unique()}`;
  await api.batchCreateContacts({
    body: { items: names.map((firstName) => ({ firstName, lastName: tag, tags: [tag] })) },
  });
  await settled();
  return { api, tag, path: `/contacts?filter=${encodeURIComponent(JSON.stringify({ tags: tag }))}` };
}

const faults = async (page: Page, where: string): Promise<string[]> =>
  (await violationsByTheme(page)).map((fault) => `${where} ${fault}`);

describe('an export', () => {
  test.for(bothSizes)(
    'takes a list along as it is filtered, is followed over a reload, fetched and deleted (%s)',
    async (size, { open }) => {
      const { tag, path } = await someContacts(['Ada', 'Ben']);
      const page = await open({ size, path });
      await page.getByText(/^2\+? records$/).waitFor(); // what the list knows by then, the dialog says
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/these are (at least )?2 records\./i).waitFor(); // at least: while the list reads on
      await dialog.getByRole('radio', { name: 'Only those that the list shows' }).check();
      const found = await faults(page, 'dialog');
      await dialog.getByRole('button', { name: 'Start export' }).click();

      const strip = page.getByRole('region', { name: 'Exports' });
      await strip.getByRole('button', { name: 'Download' }).waitFor();
      await page.reload();
      await strip.getByText('2 records').waitFor();
      found.push(...(await faults(page, 'strip')));
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        strip.getByRole('button', { name: 'Download' }).click(),
      ]);
      const text = await readFile(await file.path(), 'utf8');
      expect(file.suggestedFilename()).toMatch(/^contacts-[\d-]+\.csv$/);
      expect(text).toMatch(/^\uFEFFFirst name,Last name,Score,Email,/);
      expect(text.trim().split('\r\n').slice(1).toSorted()).toEqual(
        ['Ada', 'Ben'].map((name) => expect.stringMatching(new RegExp(`^${name},${tag},`))),
      );

      await strip.getByRole('link', { name: 'Export of contacts' }).click();
      await page.getByRole('heading', { level: 1, name: 'Exports' }).waitFor();
      const row = page.getByRole('row').filter({ hasText: tag });
      await row.getByText('Ready').waitFor();
      found.push(...(await faults(page, 'page')));
      expect(found).toEqual([]);
      await row.getByRole('button', { name: /^Delete/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await row.waitFor({ state: 'detached' });
      const waitedFor = () => Object.keys(localStorage).filter((key) => key.startsWith('rapport.exports.'));
      expect(await page.evaluate(waitedFor)).toEqual([]);
    },
  );

  test('of a segment is offered on its page, and begun by keys', async ({ open }) => {
    const { api, tag } = await someContacts(['Cleo']);
    const { id } = await api.createSegment({ body: { of: 'contact', name: tag, condition: { tags: tag } } });
    await settled();
    const page = await open({ path: '/settings/segments' });
    await page.getByRole('button', { name: tag, exact: true }).click();
    await page.getByText('1 member.').waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export of contacts' });
    await dialog.getByText(`The contacts in the segment “${tag}”.`).waitFor();
    await dialog.getByRole('radio', { name: 'CSV' }).press('ArrowDown');
    await dialog.getByRole('checkbox', { name: 'For Excel' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Start export' }).press('Enter');
    await page.getByRole('region', { name: 'Exports' }).getByText('1 record,').waitFor();
    const { items } = await api.listDataExports();
    expect(items[0]).toMatchObject({ segmentId: id, format: 'jsonl', status: 'ready', rows: 1 });
  });

  test.for(bothSizes)(
    'of a kind that has no list of its own is begun in the settings (%s)',
    async (size, { open }) => {
      const { api } = await someContacts(['Dora']);
      const page = await open({ size, path: '/settings/exports' });
      await page.getByRole('button', { name: 'New export' }).click();
      const dialog = page.getByRole('dialog', { name: 'New export' });
      await dialog.getByText('All contacts.').waitFor();
      await dialog.getByLabel('What').selectOption('Activities');
      await dialog.getByText('All activities.').waitFor();
      expect(await faults(page, 'new')).toEqual([]);
      await dialog.getByRole('button', { name: 'Start export' }).click();
      await dialog.waitFor({ state: 'detached' });
      const row = page.getByRole('row').filter({ hasText: 'Activities' }).first();
      await row.getByText('Ready').waitFor();
      const { items } = await api.listDataExports();
      expect(items[0]).toMatchObject({ kind: 'activity', format: 'csv', status: 'ready' });
    },
  );

  test('is not offered to who may export nothing', async ({ open }) => {
    const page = await open({ as: 'rep', path: '/contacts' });
    await page.locator('[data-index="0"]').waitFor();
    expect(await page.getByRole('button', { name: 'Export', exact: true }).count()).toBe(0);
    await page.goto(new URL('/settings/exports', page.url()).href);
    await page.getByText('There is nothing here').waitFor();
  });

  test('of the whole workspace is written for an administrator, and can be cancelled', async ({ open }) => {
    const page = await open({ as: 'manager', path: '/settings/exports' });
    await page.getByRole('heading', { level: 2, name: 'My exports' }).waitFor();
    expect(await page.getByRole('button', { name: 'Write the archive' }).count()).toBe(0);
    const admins = await open({ path: '/settings/exports' });
    await admins.getByRole('button', { name: 'Write the archive' }).click();
    const row = admins.getByRole('row').filter({ hasText: 'The whole workspace' });
    await row.getByText('ZIP').waitFor();
    await row.getByRole('button', { name: /^Cancel: Export of the whole workspace/ }).click();
    await admins.getByText('The export is cancelled.').waitFor();
    await row.waitFor({ state: 'detached' });
  });
});
