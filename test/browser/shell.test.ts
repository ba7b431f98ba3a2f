import { describe, expect } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { bothSizes, signIn, test, url } from '../helpers/console.ts';

describe('the frame', () => {
  test('a person who follows a link signs in and is where the link led', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.goto(`${url}/contacts?tag=fair`);
    await signIn(page, 'rep');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/contacts');
    expect(new URL(page.url()).search).toBe('?tag=fair');
    await browser.close();
  });

  test.for(bothSizes)(
    'every place that one may see is reached from the navigation (%s)',
    async (size, { open }) => {
      const page = await open({ size });
      const navigation = page.getByRole('navigation', { name: 'Main navigation' }).filter({ visible: true });
      await navigation.getByRole('link', { name: 'Contacts' }).click();
      await page.waitForURL(`${url}/contacts`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  );
});
