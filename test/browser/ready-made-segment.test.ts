import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test, violations } from '../helpers/console.ts';

const condition = { riskBand: 'high', orderCount: { $gte: 2 } };
const winBack = async () => {
  const api = await apiAs('admin');
  const { items } = await api.listSegments({ query: { of: 'contact', limit: 100 } });
  return { api, found: items.filter((one) => JSON.stringify(one.condition) === JSON.stringify(condition)) };
};

describe('the ready-made segment of whom to win back', () => {
  test.for(bothSizes)(
    'is added by a tap, once, and is offered no more while it is there (%s)',
    async (size, { open }) => {
      const { api, found } = await winBack();
      for (const { id } of found) await api.deleteSegment({ path: { segmentId: id } });
      await settled();
      const [page, other] = [
        await open({ path: '/settings/segments', size }),
        await open({ path: '/settings/segments', size }),
      ];
      const add = { name: 'Add the segment Win back' };
      await other.getByRole('button', add).waitFor();
      await page.getByRole('button', add).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', add).click();
      await page.getByText('Win back is a segment now').waitFor();
      await page.getByRole('button', add).waitFor({ state: 'detached' });
      await other
        .getByRole('button', add)
        .click({ timeout: 5000 })
        .catch(() => undefined); // it may have heard of it already
      await other.getByRole('button', add).waitFor({ state: 'detached' });
      await expect.poll(async () => (await winBack()).found.length).toBe(1);
    },
  );

  test('is not offered to who may make no segments', async ({ open }) => {
    const page = await open({ path: '/settings/segments', as: 'rep' });
    await page.getByRole('heading', { name: 'Segments', level: 1 }).waitFor();
    expect(await page.getByRole('heading', { name: 'Ready-made' }).count()).toBe(0);
  });
});
