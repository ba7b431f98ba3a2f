import { describe, expect } from 'vitest';
import { apiAs, settled, test, violations } from '../helpers/console.ts';

const unique = () => Math.random().toString(36).slice(2, 8);
const month = new Date().toISOString().slice(0, 7);
const shown = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
  new Date(`${month}-15T12:00:00Z`),
);

describe('spend', () => {
  test('is typed into the cell of a source and a month, and is kept when the cell is left', async ({
    open,
  }) => {
    const api = await apiAs('admin');
    const source = `fair ${unique()}`;
    const page = await open({ path: '/settings/spend' });
    await page.getByRole('textbox', { name: 'Source' }).fill(` Fair ${source.slice(5).toUpperCase()}`);
    await page.getByRole('button', { name: 'Add a row' }).click();
    const cell = page.getByRole('textbox', { name: `${source}, ${shown}` });
    await cell.fill('1200.50');
    await cell.press('Enter');
    await page.getByRole('row').filter({ hasText: source }).getByText('€1,200.50').waitFor();
    await settled();
    const kept = async () =>
      (await Array.fromAsync(api.all('listSpend', { query: { from: month, to: month } }))).find(
        (one) => one.source === source,
      );
    expect(await kept()).toMatchObject({ amountCents: 120050, currency: 'EUR' });
    await cell.fill('');
    await cell.press('Tab');
    await expect.poll(kept).toBeUndefined();
    expect(await violations(page)).toEqual([]);
  });
});

describe('targets', () => {
  test('are typed month by month on a phone, for each person and goal', async ({ open }) => {
    const api = await apiAs('admin');
    const { id: userId, name } = await api.getMe();
    const page = await open({ size: 'phone', path: '/settings/targets' });
    await page.getByRole('combobox', { name: 'What is aimed at' }).click();
    await page.getByRole('option', { name: 'Calls' }).click();
    const cell = page.getByRole('textbox', { name: `${name}, ${shown}` });
    await cell.fill('37');
    await cell.blur();
    const kept = async () =>
      (await Array.fromAsync(api.all('listTargets', { query: { from: month, to: month } }))).find(
        (one) => one.userId === userId,
      );
    await expect.poll(kept).toMatchObject({ calls: 37 });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Later' }).click();
    await cell.waitFor({ state: 'detached' });
  });
});
