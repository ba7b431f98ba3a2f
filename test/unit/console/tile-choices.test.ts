import { expect, test } from 'vitest';
import {
  partsFor,
  periodOf,
  withPart,
  withPeriod,
} from '../../../web/console/src/screens/dashboards/tile-choices.ts';

const query: Record<string, string> = { splitBy: 'owner' };
const tile = { id: 't1', report: 'sales', query, figures: ['won', 'winRate'], chart: 'bar' } as const;
const months = { ...query, from: '2026-01', to: '2026-03' };
type Tile = Parameters<typeof periodOf>[0];
const of = (over: object = {}): Tile => ({ ...tile, figures: [...tile.figures], ...over }) as Tile;

test('a tile is of a period by its name, of months of its own, or of its report’s', () => {
  expect(periodOf(of())).toBe('usual');
  expect(periodOf(of({ period: 'last_year' }))).toBe('last_year');
  expect(periodOf(of({ query: months }))).toBe('own');
});

test('who tries periods comes back to the months that were pinned, and a period never stands beside months', () => {
  const pinned = of({ query: months });
  const tried = withPeriod(pinned, pinned, 'this_year');
  expect(tried).toEqual(of({ period: 'this_year' }));
  expect(withPeriod(tried, pinned, 'own')).toEqual(pinned);
  expect(withPeriod(tried, pinned, 'usual')).toEqual(of());
});

test('of another list a tile says what that has as well', () => {
  expect(withPart(of(), { name: 'whole', figures: ['won', 'lost'] })).toEqual(
    of({ part: 'whole', figures: ['won'] }),
  );
});

test('the period before is offered where a tile is compared with it, a list without figures never', () => {
  const names = ['whole', 'rows', 'before', 'before.rows'];
  const parts = [...names.map((name) => ({ name, figures: ['won'] })), { name: 'empty', figures: [] }];
  const report = { report: 'sales', path: '/v1/reports/sales', summary: '', hasPeriod: true, parts };
  const offered = (one: Tile) => partsFor(one, report).map(({ name }) => name);
  expect(offered(of())).toEqual(['whole', 'rows']);
  expect(offered(of({ query: { compare: 'before' } }))).toEqual(names);
});
