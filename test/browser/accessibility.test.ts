import { beforeAll, describe, expect } from 'vitest';
import { apiAs, bothSizes, type Size, test, violations } from '../helpers/console.ts';

const screens = [
  '/today',
  '/board',
  '/contacts',
  '/deals',
  '/tasks',
  '/mail',
  '/profile',
  '/settings',
  '/nowhere/at-all',
];
const records: string[] = [];
const themes = ['light', 'dark'] as const;

beforeAll(async () => {
  const api = await apiAs('admin');
  const [contact, deal] = await Promise.all([
    api.listContacts({ query: { limit: 1 } }),
    api.listDeals({ query: { limit: 1 } }),
  ]);
  records.push(`/contacts/${contact.items[0]?.id}`, `/deals/${deal.items[0]?.id}`);
});

/** Every screen in a theme, one after another in one page; what axe finds on each. */
const looks = themes.flatMap((theme) => bothSizes.map((size): [string, Size] => [theme, size]));

describe('WCAG 2.2', () => {
  test.for(looks)('no screen has a violation (%s, %s)', async ([theme, size], { open }) => {
    const page = await open({ as: 'admin', size, theme: theme as 'light' });
    const found: string[] = [];
    for (const path of [...screens, ...records]) {
      await page.goto(new URL(path, page.url()).href);
      await page
        .getByRole('heading', { level: 1 })
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      await page.waitForLoadState('networkidle');
      found.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
    }
    expect(found.join('\n')).toBe('');
  });
});
