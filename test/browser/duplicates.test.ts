import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test } from '../helpers/console.ts';
import { opened } from '../helpers/live-page.ts';

/** Two records of one person, whose names differ in a letter. */
async function twice() {
  const api = await apiAs('admin');
  const letters = [...randomUUID().slice(0, 8)].map(
    (digit) => 'bcdfghjklmnpqrst'[Number.parseInt(digit, 16)],
  );
  const [lastName, year] = [`Do${letters.join('')}`, 1900 + (Date.now() % 100)];
  const shared = { lastName, birthday: `${year}-07-${10 + (Date.now() % 19)}`, company: `${lastName} GmbH` };
  const one = await api.createContact({
    body: { ...shared, firstName: 'Katharina', jobTitle: 'Buyer', tags: ['vip'] },
  });
  const other = await api.createContact({
    body: { ...shared, firstName: 'Katarina', jobTitle: 'Head of purchasing', tags: ['fair'] },
  });
  await settled();
  const titles = [`Katharina ${shared.lastName}`, `Katarina ${shared.lastName}`] as const;
  return { api, one, other, titles, shared };
}

describe('duplicates', () => {
  test.for(bothSizes)('a pair is compared, merged and taken apart again (%s)', async (size, { open }) => {
    const { api, one, other, titles } = await twice();
    const page = await open({ size, path: `/contacts/${one.id}` });
    const told = page.getByRole('status').filter({ hasText: 'May be the same as' });
    await told.getByText(/same birthday/).waitFor();
    await told.getByRole('link', { name: 'Compare' }).click();

    await page.getByRole('heading', { name: 'Compare contacts' }).waitFor();
    expect(await page.getByRole('radio', { name: `Stays: ${titles[0]}` }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Job title Head of purchasing' }).check();
    await page.getByText(`One contact is left, ${titles[0]}.`).waitFor();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.waitForURL(new RegExp(`/contacts/${one.id}`));
    await page.getByText(`Merged into ${titles[0]}`).waitFor();
    const merged = await api.getContact({ path: { contactId: one.id } });
    expect(merged).toMatchObject({ jobTitle: 'Head of purchasing', mergedIds: [other.id] });
    expect(merged.tags?.toSorted()).toEqual(['fair', 'vip']);

    await page.goto(new URL(`/contacts/${other.id}`, page.url()).href);
    await page.waitForURL(new RegExp(`/contacts/${one.id}`));
    if (size === 'phone') await page.getByRole('tab', { name: 'Related' }).click();
    await page.getByRole('button', { name: `Take apart: ${titles[1]}` }).click();
    await page.getByText(`${titles[1]} stands by itself again`).waitFor();
    expect((await api.getContact({ path: { contactId: other.id } })).id).toBe(other.id);
  });

  test('who is not one is out of the list at once, and comes back with undo', async ({ open }) => {
    const { titles } = await twice();
    const page = await open({ path: '/duplicates' });
    const pair = page.getByRole('listitem').filter({ hasText: titles[1] });
    await pair.getByText('Almost certain').waitFor();
    await pair.getByRole('button', { name: /^Not a duplicate/ }).click();
    await pair.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await pair.waitFor();
  });

  test('a pair goes when somebody else merges the two, or says that they are two', async ({ open }) => {
    const [first, second] = [await twice(), await twice()];
    const page = await opened(open, { path: '/duplicates' });
    const pairOf = ({ titles }: typeof first) => page.getByRole('listitem').filter({ hasText: titles[1] });
    await pairOf(first).waitFor();
    await pairOf(second).waitFor();
    const { api, one, other } = first;
    await api.mergeContacts({ path: { contactId: one.id }, body: { ids: [other.id] } });
    await pairOf(first).waitFor({ state: 'detached' });
    const ends = { contactId: second.one.id, otherId: second.other.id };
    await api.keepContactsApart({ path: ends });
    await pairOf(second).waitFor({ state: 'detached' });
  });

  test('all records are looked through, and the page says what was found', async ({ open }) => {
    const page = await open({ path: '/duplicates?kind=company' });
    await page.getByRole('button', { name: 'Look through all records' }).click();
    await page.getByText(/^All records were looked through on/).waitFor();
  });

  test('who is there already is said while a new one is typed', async ({ open }) => {
    const { one, titles, shared } = await twice();
    const page = await open({ path: '/contacts' });
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('First name').fill('Katharina');
    await dialog.getByLabel('Last name').fill(shared.lastName);
    await dialog.getByText('Is it there already?').waitFor();
    await dialog.getByRole('link', { name: titles[0] }).click();
    await page.waitForURL(new RegExp(`/contacts/${one.id}`));
  });
});
