import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, settled, test } from '../helpers/console.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Keys are heard as soon as what comes after the first sight is there. */
const pressUntil = (page: Page, keys: string, shown: Locator) =>
  expect
    .poll(async () => {
      if (!(await shown.isVisible())) await page.keyboard.press(keys);
      return shown.isVisible();
    })
    .toBe(true);

describe('by keys alone', () => {
  test('the first Tab offers to skip the navigation', async ({ open }) => {
    const page = await open({ path: '/contacts' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('a record is found and opened from anywhere', async ({ open }) => {
    const api = await apiAs('admin');
    const lastName = `Keyes ${crypto.randomUUID().slice(0, 8)}`;
    await api.createContact({ body: { firstName: 'Alba', lastName } });
    await settled();
    const name = `Alba ${lastName}`;
    const page = await open({ path: '/board' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const search = page.getByLabel('Search records and actions');
    await pressUntil(page, 'ControlOrMeta+k', search);
    await page.locator('[aria-label="Search records and actions"]:focus').waitFor(); // it is seen before it has the keys
    await page.keyboard.type(name);
    await page.getByRole('dialog').getByText(name, { exact: true }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/contacts\/ct_/);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  test('the keys of a screen are shown behind ?, and Escape puts them away', async ({ open }) => {
    const page = await open({ path: '/today' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await pressUntil(page, 'Shift+?', help);
    await help.getByText('Search records and actions').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });
});

describe('at 200 % zoom', () => {
  const paths = ['/today', '/board', '/contacts', '/mail', '/settings/roles', '/profile'];
  test.for(paths)('%s is not wider than the window', async (path, { open }) => {
    const page = await open({ path });
    await page.setViewportSize({ width: 720, height: 450 }); // what 1440 × 900 has room for when everything is twice as large
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
