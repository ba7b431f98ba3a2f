import { describe, expect } from 'vitest';
import { reports } from '../../web/console/src/text/en/reports.ts';
import { apiAs, settled, test, violationsByTheme } from '../helpers/console.ts';

const words = reports.dashboards;
const made = async (name: string) => {
  const api = await apiAs('admin');
  const tiles = [
    { title: 'Sellers', report: 'sales', query: { splitBy: 'owner' }, figures: ['won', 'winRate'] },
    { title: 'Stages', report: 'funnel', figures: ['entered', 'lostHere'] },
    { title: 'Month by month', report: 'leads', part: 'months', chart: 'line' },
    { title: 'Sources', report: 'sources', figures: ['leads', 'won', 'conversion'], chart: 'table' },
    {
      title: 'All in all',
      report: 'sales',
      part: 'whole',
      figures: ['won', 'wonAmount', 'winRate'],
      chart: 'figures',
    },
    { title: 'Gone', report: 'sales', query: { pipelineId: 'pl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
  ] as const;
  const one = await api.createDashboard({ body: { name, visibility: 'shared', tiles: tiles as never } });
  await settled();
  return one;
};

describe('dashboards', () => {
  test('take a report that is pinned, and lead back to it', async ({ open }) => {
    const name = `Mine ${crypto.randomUUID().slice(0, 8)}`;
    const page = await open({ path: '/reports?report=funnel' });
    await page.getByRole('button', { name: words.pin }).click();
    const dialog = page.getByRole('dialog', { name: words.pin });
    await dialog.getByRole('combobox', { name: words.onto }).click();
    await page.getByRole('option', { name: words.new }).click();
    await dialog.getByRole('textbox', { name: words.name }).fill(name);
    await dialog.getByRole('button', { name: words.pinIt }).click();
    await page.getByRole('button', { name: words.look }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const tile = page.getByRole('region', { name: 'Funnel' });
    await tile.getByRole('table', { name: 'Funnel' }).waitFor({ state: 'attached' });
    await tile.getByRole('link', { name: words.toReport }).click();
    await page.waitForURL(/\/reports\?.*report=funnel/);
  });

  test('are arranged by keys, renamed and deleted', async ({ open }) => {
    const one = await made(`Arranged ${crypto.randomUUID().slice(0, 8)}`);
    const page = await open({ path: `/dashboards?id=${one.id}` });
    await page.getByRole('region', { name: 'Sellers' }).waitFor();
    const acts = (name: string) => page.getByRole('button', { name: words.acts.replace('{name}', name) });
    await acts(one.name).click();
    await page.getByRole('menuitem', { name: words.arrange }).click();
    await page.getByRole('button', { name: 'Move Stages' }).press('ArrowUp');
    await page.getByRole('textbox', { name: 'Title of Stages' }).fill('Where they go');
    await page.getByRole('button', { name: 'Take Gone off' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Where they go' }).waitFor();
    const { tiles } = await (await apiAs('admin')).getDashboard({ path: { dashboardId: one.id } });
    expect(tiles.slice(0, 2).map(({ title }) => title)).toEqual(['Where they go', 'Sellers']);
    expect(tiles).toHaveLength(5);
    await acts(one.name).click();
    await page.getByRole('menuitem', { name: words.rename }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(`${one.name} 2`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: `${one.name} 2`, level: 1 }).waitFor();
    await acts(`${one.name} 2`).click();
    await page.getByRole('menuitem', { name: words.delete }).click();
    await page.getByRole('heading', { name: `${one.name} 2`, level: 1 }).waitFor({ state: 'detached' });
  });

  test('have tiles that say something else by a few choices, for who may change them', async ({ open }) => {
    const one = await made(`Changed ${crypto.randomUUID().slice(0, 8)}`);
    const page = await open({ path: `/dashboards?id=${one.id}` });
    const change = (name: string) => words.changeTile.replace('{name}', name);
    await page.getByRole('button', { name: change('Month by month') }).click();
    const dialog = page.getByRole('dialog', { name: change('Month by month') });
    const choose = async (label: string, option: string) => {
      await dialog.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose(words.period, words.periods.last_year);
    await choose(words.figures, 'Conversion');
    await page.keyboard.press('Escape');
    await choose(words.chart, words.charts.table);
    expect(await violationsByTheme(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: words.tileTitle }).fill('Last year');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const tile = page.getByRole('region', { name: 'Last year', exact: true });
    await tile.getByRole('columnheader', { name: 'Conversion' }).waitFor();
    const { tiles } = await (await apiAs('admin')).getDashboard({ path: { dashboardId: one.id } });
    expect(tiles.find(({ title }) => title === 'Last year')).toMatchObject({
      ...{ report: 'leads', part: 'months', period: 'last_year', chart: 'table' },
      figures: ['leads', 'lead', 'qualified', 'conversion'],
    });
    const seller = await open({ path: `/dashboards?id=${one.id}`, as: 'rep' });
    await seller.getByRole('region', { name: 'Last year', exact: true }).waitFor();
    expect(await seller.getByRole('button', { name: change('Last year') }).count()).toBe(0);
  });

  test('show each tile by itself: one that cannot be read says so, the others stay', async ({ open }) => {
    const one = await made(`All kinds ${crypto.randomUUID().slice(0, 8)}`);
    for (const size of ['desk', 'phone'] as const) {
      const page = await open({ path: `/dashboards?id=${one.id}`, size, as: 'rep' });
      await page.getByRole('region', { name: 'Gone' }).getByRole('alert').waitFor();
      await page.getByRole('table', { name: 'Sellers' }).waitFor({ state: 'attached' });
      await page.getByRole('table', { name: /^Sources/ }).waitFor();
      const isWider = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(isWider)).toBe(false);
      expect(await violationsByTheme(page)).toEqual([]);
    }
  });

  test('are mailed every week to whoever asks for it', async ({ open }) => {
    const one = await made(`Mailed ${crypto.randomUUID().slice(0, 8)}`);
    const page = await open({ path: `/dashboards?id=${one.id}`, as: 'rep' });
    await page.getByRole('button', { name: words.acts.replace('{name}', one.name) }).click();
    await page.getByRole('menuitem', { name: words.mail }).click();
    await page.getByRole('combobox', { name: words.weekday }).click();
    await page.getByRole('option', { name: 'Friday' }).click();
    await page.getByLabel(words.time).fill('16:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const api = await apiAs('rep');
    const own = await api.getDashboardSubscription({ path: { dashboardId: one.id } });
    expect(own).toMatchObject({ weekday: 'friday', at: '16:30' });
  });
});
