import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test, violations } from '../helpers/console.ts';

let count = 0;
/** A word that nothing else in the workspace has. */
const aWord = () => `lists${Date.now().toString(36)}${++count}`;

/** Contacts with a tag of their own, so that a filter finds them and no others. */
async function someContacts(names: string[]) {
  const api = await apiAs('admin');
  const tag = aWord();
  const items = names.map((firstName) => ({ firstName, lastName: tag, tags: [tag] }));
  const { results } = await api.batchCreateContacts({ body: { items } });
  await settled();
  const ids = results.map(({ record }) => record?.id ?? '');
  return { api, tag, ids };
}
const filtered = (tag: string) => `/contacts?filter=${encodeURIComponent(JSON.stringify({ tags: tag }))}`;
const titles = (page: Page) => page.locator('[data-index] a').allInnerTexts();
const firstNames = async (page: Page) => (await titles(page)).map((title) => title.split(/\s/)[0]);
/** A list that is asked anew takes its time on a machine that has much to do. */
const whoIsThere = async (page: Page) => (await firstNames(page)).toSorted();
const dialog = (page: Page) => page.getByRole('dialog');

describe('a list', () => {
  test.for(bothSizes)(
    'is filtered by what a person taps, is the same for who opens its address, and is kept as a view (%s)',
    async (size, { open }) => {
      const { api, tag } = await someContacts(['Ada', 'Ben']);
      const page = await open({ size, path: '/contacts' });
      await page.locator('[data-index="1"]').waitFor();
      await page.getByRole('button', { name: 'Tags', exact: true }).click();
      await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
      await page.keyboard.press('Enter');
      await expect.poll(() => whoIsThere(page)).toEqual(['Ada', 'Ben']);
      expect(new URL(page.url()).searchParams.get('filter')).toBe(JSON.stringify({ tags: tag }));

      await page.reload();
      await expect.poll(() => whoIsThere(page)).toEqual(['Ada', 'Ben']);
      await page.getByRole('button', { name: 'Save view' }).click();
      await dialog(page).getByLabel('Name').fill(tag);
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name: tag, exact: true })
        .waitFor();
      await settled();
      const { items } = await api.listViews({ query: { of: 'contact' } });
      expect(items.find(({ name }) => name === tag)?.filter).toEqual({ tags: tag });
    },
  );

  test('is asked in detail by the builder of conditions, which says where one is wrong', async ({ open }) => {
    const { tag } = await someContacts(['Cleo']);
    const page = await open({ path: filtered(tag) });
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Add a condition' }).click();
    await dialog(page).getByRole('combobox', { name: 'Field' }).last().click();
    await page.getByRole('option', { name: 'Score' }).click();
    await dialog(page).getByRole('combobox', { name: 'Comparison' }).last().click();
    await page.getByRole('option', { name: 'is at least' }).click();
    await dialog(page).getByLabel('Score').last().fill('70');
    await page.getByRole('heading', { name: 'Nothing matches this filter' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Show results' }).click();
    await page.getByRole('button', { name: 'Remove this condition' }).last().click();
    await expect.poll(() => firstNames(page)).toEqual(['Cleo']);
    await page.goto(page.url().replace(/filter=.*/, `filter=${encodeURIComponent('{"score":"many"}')}`));
    await page.getByText('score is compared with a number.').waitFor();
  });

  test('is sorted by the heads of its columns, and has the columns that a person chose', async ({ open }) => {
    const { tag } = await someContacts(['Dora', 'Emil']);
    const page = await open({ path: filtered(tag) });
    const head = page.getByRole('columnheader', { name: 'Name' });
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => firstNames(page)).toEqual(['Dora', 'Emil']);
    await head.getByRole('button').click();
    await expect.poll(() => firstNames(page)).toEqual(['Emil', 'Dora']);
    const mails = page.getByRole('columnheader', { name: 'E-mails' });
    await mails.waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'E-mails' }).uncheck();
    await expect.poll(() => mails.count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Phones' }).waitFor();
    expect(await mails.count()).toBe(0);
  });

  test('is walked, selected and changed by keys alone, and what was changed is given back', async ({
    open,
  }) => {
    const { api, tag, ids } = await someContacts(['Fay', 'Gil', 'Hal']);
    const page = await open({ path: filtered(tag), theme: 'dark' });
    await page.locator('[data-index="2"]').waitFor();
    for (const key of ['j', 'x', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Tab');
    const tags = page.getByRole('toolbar').getByRole('button', { name: 'Tags' });
    await expect
      .poll(async () => {
        const isThere = await tags.evaluate((button) => button === document.activeElement);
        if (!isThere) await page.keyboard.press('Tab');
        return isThere;
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('combobox', { name: 'Tags' }).waitFor();
    await page.keyboard.type('vip');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Tags' }).press('Enter');
    await page.getByText('2 records changed').waitFor();
    const tagsNow = async () => {
      const { results } = await api.batchReadContacts({ body: { ids } });
      return results.map(({ record }) => record?.tags?.includes('vip'));
    };
    expect((await tagsNow()).toSorted()).toEqual([false, true, true]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 records are as before').waitFor();
    expect(await tagsNow()).toEqual([false, false, false]);
  });

  test('is emptied with all that it finds, and the trash gives it back', async ({ open }) => {
    const { api, tag, ids } = await someContacts(['Ida', 'Jon']);
    const page = await open({ path: filtered(tag) });
    await page.locator('[data-index="1"]').waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 records deleted').waitFor();
    await expect(api.getContact({ path: { contactId: ids[0] ?? '' } })).rejects.toThrow('404');
    await settled();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Trash' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: `Ida ${tag}` })
      .getByRole('button', { name: 'Restore' })
      .click();
    await page.getByText(`“Ida ${tag}” is back`).waitFor();
    expect((await api.getContact({ path: { contactId: ids[0] ?? '' } })).firstName).toBe('Ida');
  });
});

describe('a change of many', () => {
  test('says of which records it could not be made and why', async ({ open }) => {
    const { tag } = await someContacts(['Lea', 'Max']);
    const page = await open({ path: filtered(tag) });
    await page.locator('[data-index="1"]').waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Edit a field' }).click();
    await dialog(page).getByRole('combobox', { name: 'Field' }).fill('External ID');
    await page.getByRole('option', { name: 'External ID' }).click();
    await dialog(page).getByRole('textbox', { name: 'External ID' }).fill(tag);
    await dialog(page).getByRole('button', { name: 'Edit a field' }).click();
    await dialog(page).getByText('1 done; 1 was not:').waitFor();
    expect(await dialog(page).getByRole('row').count()).toBe(2);
    await dialog(page).getByRole('button', { name: 'Try it again' }).waitFor();
  });
});

describe('a new record', () => {
  test.for(bothSizes)(
    'loses nothing that was typed when its dialog is closed, and leads to who is there already (%s)',
    async (size, { open }) => {
      const api = await apiAs('admin');
      const name = aWord();
      const address = `${name}@people.example`;
      await api.createContact({ body: { firstName: 'Kim', emails: [{ address }] } });
      const page = await open({ size, path: '/contacts' });
      await page.getByRole('button', { name: 'New contact' }).click();
      await dialog(page).getByLabel('First name').fill(name);
      await dialog(page).getByLabel('Address').first().fill(address);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'New contact' }).click();
      expect(await dialog(page).getByLabel('First name').inputValue()).toBe(name);
      await dialog(page).getByRole('button', { name: 'Create', exact: true }).click();
      await dialog(page).getByRole('link', { name: 'Open Kim' }).waitFor();
      await dialog(page).getByLabel('Address').first().fill(`other.${address}`);
      await page.keyboard.press('Control+Enter');
      await page.getByText(`“${name}” is there`).waitFor();
      const { items } = await api.listContacts({ query: { email: `other.${address}` } });
      expect(items.map(({ firstName }) => firstName)).toEqual([name]);
    },
  );

  test('of a task is ticked off in its list', async ({ open }) => {
    const api = await apiAs('admin');
    const title = aWord();
    const task = await api.createTask({ body: { title, tags: [title] } });
    await settled();
    const page = await open({ path: filtered(title).replace('contacts', 'tasks') });
    await page.getByRole('button', { name: `Done: ${title}` }).click();
    await page.getByText('Task done').waitFor();
    await expect.poll(async () => (await api.getTask({ path: { taskId: task.id } })).status).toBe('done');
  });
});
