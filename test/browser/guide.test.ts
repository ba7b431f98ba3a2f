import { describe, expect } from 'vitest';
import { apiAs, settled, test } from '../helpers/console.ts';

/** The workspace as a new one is. */
async function emptied(api: Awaited<ReturnType<typeof apiAs>>): Promise<void> {
  await api.deleteSampleData();
  const { items } = await api.listContacts();
  await Promise.all(items.map(({ id: contactId }) => api.deleteContact({ path: { contactId } })));
  await settled();
}

describe('the first steps of a new workspace', () => {
  test('sample data comes with one click and goes with one, and what is one’s own stays', async ({
    open,
  }) => {
    const api = await apiAs('admin@globex.test');
    await emptied(api);
    const page = await open({ as: 'admin@globex.test', path: '/today' });
    await page.getByRole('heading', { name: 'Welcome to Globex' }).waitFor();
    await page.getByRole('button', { name: 'Look at it with sample data' }).click();
    await page.getByText(/You are looking at sample data/).waitFor();
    await page.locator('[data-line]').first().waitFor();

    await page.getByRole('button', { name: 'Add a contact' }).click();
    await page.getByRole('dialog').getByLabel('Last name').fill('Ours');
    await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('1 of 3 done').waitFor();
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/removed for good.*12 contacts/).waitFor();
    await dialog.getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByText('The sample data is removed').waitFor();
    await page.locator('[data-line]').first().waitFor({ state: 'detached' });
    const { items } = await api.listContacts();
    expect(items.map(({ lastName }) => lastName)).toEqual(['Ours']);
    await emptied(api);
  });

  test('hidden steps stay hidden, and come back while one may still say so', async ({ open }) => {
    const page = await open({ as: 'admin@globex.test', size: 'phone', path: '/today' });
    const welcome = page.getByRole('heading', { name: 'Welcome to Globex' });
    await page.getByRole('button', { name: 'Hide the first steps' }).click();
    await welcome.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await welcome.waitFor();
    await page.getByRole('button', { name: 'Hide the first steps' }).click();
    const api = await apiAs('admin@globex.test');
    await expect.poll(async () => (await api.getMe()).preferences.guide?.dismissedAt).toBeTruthy();
    await page.reload();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await welcome.waitFor({ state: 'detached' }); // what the browser kept may be from a moment before
    await api.patchMe({ body: { preferences: { guide: null } } });
  });
});
