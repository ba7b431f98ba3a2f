import { describe, expect } from 'vitest';
import { apiAs, bothSizes, test, violations } from '../helpers/console.ts';

describe('the profile', () => {
  test.for(bothSizes)('one’s name is saved on leaving it (%s)', async (size, { open }) => {
    const page = await open({ as: 'support', size, path: '/profile' });
    const name = page.getByLabel('Name', { exact: true });
    const was = await name.inputValue();
    await name.fill('Sofia M. Duarte');
    await name.blur();
    await page.getByText('Your name is saved').waitFor();
    const api = await apiAs('support');
    expect((await api.getMe()).name).toBe('Sofia M. Duarte');
    await api.patchMe({ body: { name: was } });
  });

  test('language and theme change at once, and hold on the next device', async ({ open }) => {
    const api = await apiAs('marketing');
    const page = await open({ as: 'marketing', path: '/profile' });
    await page.getByText('Dark', { exact: true }).click();
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('heading', { name: 'Profil' }).waitFor();
    await expect
      .poll(async () => (await api.getMe()).preferences)
      .toMatchObject({ theme: 'dark', language: 'de' });

    const other = await open({ as: 'marketing', size: 'phone', path: '/today' });
    await other.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
    await other.locator('html[data-mantine-color-scheme="dark"][lang="de"]').waitFor();
    await api.patchMe({ body: { preferences: { theme: null, language: null } } });
  });

  test('another session is ended from here', async ({ open }) => {
    const elsewhere = await apiAs('support');
    const page = await open({ as: 'support', path: '/profile' });
    await page.getByText('This device').waitFor();
    const before = (await elsewhere.listSessions()).items.length;
    await page
      .getByRole('button', { name: /^Sign out there/ })
      .first()
      .click();
    await page.getByText('That session is ended').waitFor();
    await expect.poll(async () => (await (await apiAs('support')).listSessions()).items.length).toBe(before);
  });

  test('the address that logs mail is copied, and given up for another once one knows what that means', async ({
    open,
  }) => {
    const api = await apiAs('rep2');
    const addressOf = async () => (await api.getMe()).dropBoxAddress ?? '';
    const before = await addressOf();
    const page = await open({ as: 'rep2', size: 'phone', path: '/profile' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText(before).waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(before);

    await page.getByRole('button', { name: 'Get another address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Get another address?' });
    await dialog.getByText('nothing that is sent to the one of now is logged').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Get another address' }).click();
    await page.getByText('You have another address now').waitFor();
    expect(await addressOf()).not.toBe(before);
    await page.getByText(await addressOf()).waitFor();
  });
});
