import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { reports } from '../../web/console/src/text/en/reports.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

describe('reports', () => {
  test.for(Object.entries(reports.names))(
    '%s is shown with its table, at a desk',
    async ([id, name], { open }) => {
      const page = await open({ path: `/reports?report=${id}` });
      await page.getByRole('tab', { name, selected: true }).waitFor();
      const nothing = page.getByRole('heading', { name: reports.bought.nothing }); // the demo company has no orders
      await page.getByRole('table').or(nothing).first().waitFor();
    },
  );

  test('are chosen from a list on a phone, and are not wider than it', async ({ open }) => {
    const page = await open({ path: '/reports?report=funnel', size: 'phone' });
    await page.getByRole('table').first().waitFor();
    await page.getByRole('combobox', { name: 'Report' }).click();
    await page.getByRole('option', { name: 'Forecast' }).click();
    await page.getByRole('heading', { name: 'By stage', exact: true }).waitFor();
    const isWider = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await page.evaluate(isWider)).toBe(false);
  });

  test('lead from a figure to the deals behind it', async ({ open }) => {
    const api = await apiAs('admin');
    const campaign = `Spring ${crypto.randomUUID().slice(0, 8)}`;
    const closedAt = new Date(Date.now() - 60_000).toISOString();
    const name = `Won by ${campaign}`;
    await api.createDeal({ body: { name, campaign, stageId: 'won', closedAt, amountCents: 100_000 } });
    await settled();
    const page = await open({ path: '/reports?report=sales&splitBy=campaign' });
    const row = page.getByRole('row', { name: new RegExp(campaign, 'i') });
    await row.getByRole('link', { name: '1', exact: true }).click();
    await page.waitForURL(/\/deals\?/);
    await page.getByText(name).first().waitFor();
  });

  test('say beside a figure what it was in the period before', async ({ open }) => {
    const api = await apiAs('admin');
    const closedAt = '2024-02-10T09:00:00.000Z';
    await api.createDeal({ body: { name: 'Won long ago', stageId: 'won', amountCents: 100, closedAt } });
    await settled();
    const page = await open({ path: '/reports?report=sales&from=2024-03&to=2024-03' });
    const { won } = reports.sales;
    const card = page.locator('dl > div').filter({ has: page.getByText(won, { exact: true }) });
    await card.getByText(reports.before.replace('{value}', '1')).waitFor();
  });

  test('are given as a file, whose name says of which months it is', async ({ open }) => {
    const page = await open({ path: '/reports?report=funnel&from=2026-01&to=2026-03' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: reports.asFile }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('funnel-2026-01-2026-03.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFpart,/);
    expect(text).toContain('\r\nstages,');
  });
});
