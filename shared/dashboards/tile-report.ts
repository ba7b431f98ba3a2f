import { invalidField } from '../core/errors.ts';
import type { Route } from '../core/route.ts';
import { reportNamed, reportNames } from '../reports/all-report-routes.ts';
import { figuresIn, partsIn } from '../reports/csv/report-rows.ts';
import type { Part } from '../reports/csv/table-of.ts';
import { hasMonths } from '../reports/report-list.ts';
import { monthsIn } from './relative-period.ts';
import type { Tile } from './tile.ts';

/** What a tile's report is asked with in a month: its period as months. */
export function queryOfTile(
  { query: asked, period }: Tile,
  route: Route,
  present: string,
): Record<string, string> {
  return { ...asked, ...(period && hasMonths(route) && monthsIn(period, present)) };
}

/** The lists that a tile may be of, by their names. */
const partsOf = ({ response }: Route): Map<string, Part> =>
  new Map(partsIn(response).map((part) => [part.name, part]));
/** Of which list a tile is: as it says, else the rows that it is split by, else month by month where the report is so, else the first. */
export function partOfTile({ part, query: asked }: Tile, route: Route): Part {
  const parts = partsOf(route);
  const isSplit = ['splitBy', 'by'].some((one) => one in asked);
  const [whole, first] = [...parts.values()] as [Part, Part | undefined];
  return (part && parts.get(part)) || parts.get(isSplit ? 'rows' : 'months') || first || whole;
}
const usualFigures = 3;
/** What of each line it says. */
export function figuresOfTile(tile: Tile, part: Part): string[] {
  const known = figuresIn(part);
  const said = tile.figures.filter((figure) => known.includes(figure));
  return said.length > 0 ? said : known.filter((figure) => !figure.includes('.')).slice(0, usualFigures);
}

/** Throws `validation_failed` at the tile's field: what it asks for must be what its report can be asked for. */
export function assertSound(tile: Tile, at: string): void {
  const { report, period, query: asked, part, figures } = tile;
  const route = reportNamed(report);
  if (!route) throw invalidField(`${at}/report`, 'report_unknown', `There are ${reportNames.join(', ')}.`);
  if (period && ('from' in asked || 'to' in asked))
    throw invalidField(`${at}/period`, 'period_twice', 'A period stands in place of `from` and `to`.');
  const parsed = route.query.safeParse(queryOfTile(tile, route, '2026-01'), { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (issue) throw invalidField(`${at}/query/${issue.path.join('/')}`, 'invalid', issue.message);
  const parts = partsOf(route);
  if (part !== undefined && !parts.has(part))
    throw invalidField(`${at}/part`, 'part_unknown', `The report has ${[...parts.keys()].join(', ')}.`);
  const known = figuresIn(partOfTile(tile, route));
  const none = figures.findIndex((figure) => !known.includes(figure));
  if (none >= 0)
    throw invalidField(`${at}/figures/${none}`, 'figure_unknown', `There are ${known.join(', ')}.`);
}
