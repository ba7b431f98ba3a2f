import { describe, expect, it, test } from 'vitest';
import { reportOperations } from '../../../functions/reports/reading/report-operations.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';
import { figureWord } from '../../../shared/dashboards/figure-words.ts';
import { monthsIn } from '../../../shared/dashboards/relative-period.ts';
import { NewTile, type Tile, withIds } from '../../../shared/dashboards/tile.ts';
import { tileFigures } from '../../../shared/dashboards/tile-figures.ts';
import { relativePeriods } from '../../../shared/dashboards/tile-options.ts';
import { assertSound, figuresOfTile, partOfTile } from '../../../shared/dashboards/tile-report.ts';
import { reportNamed, reportNames } from '../../../shared/reports/all-report-routes.ts';
import { hasCsv } from '../../../shared/reports/csv/has-csv.ts';
import { reportsFor } from '../../../shared/reports/report-list.ts';

const tile = (over: object): Tile =>
  withIds([NewTile.parse({ report: 'sales', period: 'this_year', ...over })])[0] as Tile;
const fault = (over: object): string | undefined => {
  try {
    assertSound(tile(over), '/tiles/0');
    return undefined;
  } catch (error) {
    return (error as { more: { errors: { pointer: string; code: string }[] } }).more.errors
      .map(({ pointer, code }) => `${pointer} ${code}`)
      .join();
  }
};

test('every report that there is can stand on a dashboard, and be read for it', () => {
  const paths = allRoutes()
    .filter(hasCsv)
    .map(({ path }) => path.split('/').at(-1));
  expect([...reportNames].toSorted()).toEqual(paths.toSorted());
  const read = reportOperations.map(({ route }) => route);
  for (const name of reportNames) expect(read).toContain(reportNamed(name));
});

describe('the list of reports', () => {
  const all = ['deals:read', 'orders:read', 'contacts:read', 'activities:read'] as const;

  it('names nothing that a tile cannot ask for', () => {
    const { items } = reportsFor(all);
    expect(items.map(({ report }) => report)).toEqual(reportNames);
    const askable = items.flatMap(({ report, hasPeriod, parts }) =>
      parts.flatMap(({ name: part, figures }) =>
        figures.map((figure) => ({
          ...{ report, part, figures: [figure] },
          period: hasPeriod ? 'last_month' : undefined,
        })),
      ),
    );
    expect(askable.filter((one) => fault(one) !== undefined)).toEqual([]);
  });

  it('names nothing for which there is no word in each language', () => {
    const figures = reportsFor(all).items.flatMap(({ parts }) => parts.flatMap((part) => part.figures));
    for (const language of ['en', 'de'] as const)
      expect(figures.filter((name) => !/^[A-ZÄÖÜ]/.test(figureWord(name, language)))).toEqual([]);
  });

  it('has those alone that somebody may ask for', () => {
    const names = reportsFor(['contacts:read']).items.map(({ report }) => report);
    expect(names).toEqual(['customers', 'cohorts', 'leads', 'quality', 'use']);
  });
});

describe('a tile', () => {
  it.each(reportNames)('of %s is sound as it is, and has a list and figures by itself', (report) => {
    const [one, route] = [tile({ report, period: undefined }), reportNamed(report)];
    if (!route) throw new Error('There is none.');
    expect(fault({ report, period: undefined })).toBeUndefined();
    expect(figuresOfTile(one, partOfTile(one, route)).length).toBeGreaterThan(0);
  });

  it('asks for what its report can be asked for', () => {
    expect(
      fault({ query: { splitBy: 'owner' }, part: 'rows', figures: ['won', 'wonAmount'] }),
    ).toBeUndefined();
    expect(fault({ report: 'weather' })).toBe('/tiles/0/report report_unknown');
    expect(fault({ query: { splitBy: 'shoes' } })).toBe('/tiles/0/query/splitBy invalid');
    expect(fault({ query: { from: '2026-01' } })).toBe('/tiles/0/period period_twice');
    expect(fault({ part: 'stages' })).toBe('/tiles/0/part part_unknown');
    expect(fault({ figures: ['won', 'shoes'] })).toBe('/tiles/0/figures/1 figure_unknown');
  });

  it('is of the rows that its report is split by, else of its months', () => {
    const route = reportNamed('sales');
    if (!route) throw new Error('There is none.');
    expect(partOfTile(tile({}), route).name).toBe('months');
    expect(partOfTile(tile({ query: { splitBy: 'owner' } }), route).name).toBe('rows');
    expect(partOfTile(tile({ part: 'months', query: { splitBy: 'owner' } }), route).name).toBe('months');
  });

  it('has an id of its own, which none of the others has', () => {
    const ids = withIds(
      [{ id: 't1' }, {}, { id: 'x' }, {}].map((one) => NewTile.parse({ report: 'sales', ...one })),
    );
    expect(ids.map(({ id }) => id)).toEqual(['t1', 't2', 'x', 't3']);
    expect(() => withIds([tile({ id: 'a' }), tile({ id: 'a' })])).toThrow();
  });
});

test('a share is told as one, whatever it is called', () => {
  const names = { responses: ['withinHour', 'withinDay', 'asked'], quality: ['emailRate', 'withEmail'] };
  const kinds = Object.entries(names).map(([report, figures]) => {
    const route = reportNamed(report);
    if (!route) throw new Error('There is none.');
    const { columns } = tileFigures(
      tile({ report, part: 'whole', figures }),
      { route, query: {} },
      [],
      new Map(),
    );
    return columns.map(({ kind }) => kind);
  });
  expect(kinds).toEqual([
    ['share', 'share', 'number'],
    ['share', 'number'],
  ]);
});

test.each([
  ['last_12_months', '2025-03', '2026-02'],
  ['this_month', '2026-02', '2026-02'],
  ['last_month', '2026-01', '2026-01'],
  ['this_quarter', '2026-01', '2026-02'],
  ['last_quarter', '2025-10', '2025-12'],
  ['this_year', '2026-01', '2026-02'],
  ['last_year', '2025-01', '2025-12'],
] as const)('%s is seen from the present month', (period, from, to) => {
  expect(monthsIn(period, '2026-02')).toEqual({ from, to });
  expect(relativePeriods).toContain(period);
});
