import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { aBoard, cardIn } from '../helpers/board-page.ts';
import { apiAs, bothSizes, settled, test, violations } from '../helpers/console.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A contact who wrote to us and bought twice long ago, with a score and a risk; `score` is one that somebody has set. */
async function aCustomer(firstName: string, score?: number) {
  const api = await apiAs('admin');
  const tag = `outlook${crypto.randomUUID().slice(0, 8)}`;
  const emails = [{ address: `${tag}@engines.example` }];
  const { id } = await api.createContact({
    body: { firstName, lastName: tag, emails, tags: [tag], ...(score !== undefined && { score }) },
  });
  for (const days of [300, 280])
    await api.createOrder({
      body: {
        number: `${tag}-${days}`,
        contactId: id,
        placedAt: daysAgo(days),
        amountCents: 5000,
        currency: 'EUR',
      },
    });
  await settled();
  return { api, id, tag };
}
const filtered = (tag: string) => `/contacts?filter=${encodeURIComponent(JSON.stringify({ tags: tag }))}`;
const why = (page: Page, of: RegExp) => page.getByRole('button', { name: of });
const reasons = (page: Page) => page.getByRole('dialog', { name: /^Score and risk of/ });
/** How often the page has asked for scores and risks. */
function outlooksAsked(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/contacts/outlooks/read')) count += 1;
  });
  return () => count;
}

describe('a score and a risk of leaving', () => {
  test('stand in the list of contacts with their bands, and say their reasons to the mouse and to keys', async ({
    open,
  }) => {
    const { tag } = await aCustomer('Ada');
    const page = await open({ path: filtered(tag) });
    await page.getByRole('columnheader', { name: 'Score' }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Risk of leaving', exact: true }).check();
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await why(page, /^Score \d+, (hot|warm|cold): why\?$/).waitFor();
    await why(page, /^Risk of leaving \d+, (high|medium|low): why\?$/).click();
    await reasons(page).getByRole('heading', { name: 'Risk of leaving' }).waitFor();
    await reasons(page).getByText('Business address').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await reasons(page).waitFor({ state: 'detached' });

    await page.locator('tr[data-index="0"]').focus();
    await page.keyboard.press('w');
    await reasons(page).getByRole('heading', { name: 'Score' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('tr[data-index="0"]:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await reasons(page)
      .getByText(/orders so far/)
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/contacts');
  });

  test('are one request for a page of the list, and the score can be its order', async ({ open }) => {
    const { api, tag } = await aCustomer('Ben', 5);
    const items = [40, 90].map((score) => ({ firstName: `S${score}`, lastName: tag, tags: [tag], score }));
    await api.batchCreateContacts({ body: { items } });
    await settled();
    const page = await open({ path: filtered(tag) });
    const asked = outlooksAsked(page);
    await page.reload();
    await why(page, /^Score 90, hot/).waitFor();
    expect(asked()).toBe(1);
    await page.getByRole('columnheader', { name: 'Score' }).getByRole('button').click();
    const marks = page.locator('[data-index] [data-why]');
    await expect
      .poll(async () => (await marks.allInnerTexts()).map((text) => Number(/\d+/.exec(text))))
      .toEqual([90, 40, 5]);
    await why(page, /^Score 90/).click();
    await reasons(page).getByText('The score of 90 was set by hand.').waitFor();
  });

  test('are on a phone beside who it is', async ({ open }) => {
    const { tag } = await aCustomer('Cleo', 80);
    const page = await open({ path: filtered(tag), size: 'phone' });
    await page.locator('a', { hasText: 'Score 80, hot' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test.for(bothSizes)(
    'of a deal’s contact stand on its card, by one request for a board (%s)',
    async (size, { open }) => {
      const { api, id } = await aCustomer('Dora', 75);
      const { deals, path } = await aBoard(['Grace', 'Hal', 'Ida']);
      for (const deal of deals.slice(0, 2))
        await api.patchDeal({ path: { dealId: deal.id }, body: { contactId: id } });
      await settled();
      const page = await open({ path, size });
      const asked = outlooksAsked(page);
      await page.reload();
      const marks = why(page, /^Score 75, hot\. Risk of leaving \d+, \w+: why\?$/);
      await expect.poll(() => marks.count()).toBe(2);
      expect(asked()).toBe(1);
      await cardIn(page, 'new', 'Grace').focus();
      await page.keyboard.press('w');
      await reasons(page)
        .getByText(/orders so far/)
        .waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('a:focus').textContent()).toBe('Grace');
    },
  );
});
