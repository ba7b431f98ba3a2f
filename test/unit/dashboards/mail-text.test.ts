import { expect, it } from 'vitest';
import { dashboardMailText, type MailTile } from '../../../shared/dashboards/mail-text.ts';

const links = {
  name: 'Monday',
  url: 'https://crm.test/dashboards?id=db_1',
  stopUrl: 'https://crm.test/stop',
};
const figures = ['won', 'lost', 'opened', 'wonAmount', 'lostAmount', 'winRate'];
/** As many lines as a tile has at most, under names of this length. */
const tileOf = (length: number): MailTile => ({
  title: 'Sold',
  figures: {
    ...{ id: 't1', report: 'orders', chart: 'table', query: {}, part: 'rows', more: 7 },
    columns: figures.map((name) => ({ name, kind: 'number' as const })),
    lines: Array.from({ length: 100 }, (_, n) => ({
      ...{ value: `pr_${n}`, name: `${n} `.padEnd(length, '\u7d05') },
      cells: figures.map(() => 1234.5),
    })),
  },
});
const linesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('- ')).length - 1;

it('a dashboard of whatever size is mailed in what an item of the table holds', () => {
  const tiles = Array.from({ length: 20 }, () => tileOf(300));
  const { text, html } = dashboardMailText({ ...links, tiles }, '2026-11-30', 'en');
  expect(Buffer.byteLength(text + html)).toBeLessThan(350_000);
  expect(text).toContain('and 102 more');
  expect(text).toContain(links.stopUrl);
});

it('an index of a season is told from that of a mean month', () => {
  const tile = tileOf(9);
  if ('refused' in tile) throw new Error('There is none.');
  const columns = [{ name: 'index', kind: 'number' as const }];
  const lines = [{ value: '1', name: 'January', cells: [1.04] }];
  const mail = {
    ...links,
    tiles: [{ title: 'Seasons', figures: { ...tile.figures, columns, lines, more: 0 } }],
  };
  expect(dashboardMailText(mail, '2026-11-30', 'en').text).toContain('- January | 1.04');
  expect(dashboardMailText(mail, '2026-11-30', 'de').text).toContain('- January | 1,04');
});

it('fifteen lines of each tile are shown where there is room for them', () => {
  const { text } = dashboardMailText({ ...links, tiles: [tileOf(30)] }, '2026-11-30', 'en');
  expect(linesOf(text)).toBe(15);
  expect(text).toContain('and 92 more');
});
