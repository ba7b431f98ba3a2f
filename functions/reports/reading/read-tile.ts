import type { Actor } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import type { Tile } from '../../../shared/dashboards/tile.ts';
import { rowsOfTile, type TileFigures, tileFigures } from '../../../shared/dashboards/tile-figures.ts';
import { queryOfTile } from '../../../shared/dashboards/tile-report.ts';
import { parsePart, shownBody } from '../../../shared/platform/request.ts';
import { reportNamed } from '../../../shared/reports/all-report-routes.ts';
import { reportRows } from '../../../shared/reports/csv/report-rows.ts';
import { labelsOf } from './labels.ts';
import { reportOperations } from './report-operations.ts';

/** What was asked with, and what the report took of itself: its defaults and its months. */
function wholeQuery(parsed: unknown, { from, to }: { from?: unknown; to?: unknown }): Record<string, string> {
  const all = Object.entries({ from, to, ...(parsed as object) }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

/**
 * What a tile says to somebody: its report as they would be answered, asked with the tile's own words in the present month. Throws what the
 * report throws, `permission_missing`, and `report_gone` where there is no such report any more.
 */
export async function readTile(actor: Actor, tile: Tile, now: string): Promise<TileFigures> {
  const route = reportNamed(tile.report);
  const one = reportOperations.find((each) => each.route === route);
  if (!route || !one) throw new AppError('gone', 'report_gone', `There is no report ${tile.report}.`);
  if (route.access !== 'public' && route.access !== 'signed_in') assertPermitted(actor, route.access);
  const query = queryOfTile(tile, route, now.slice(0, 7));
  const parsed = parsePart(route.query, query, '?');
  const asked = { actor, now, query: parsed, params: {}, body: undefined };
  const answer = await one.run(asked as never);
  const shown = JSON.parse(shownBody(route, actor, answer));
  const rows = rowsOfTile(tile, route, reportRows(route.response, shown));
  return tileFigures(
    tile,
    { route, query: wholeQuery(parsed, shown) },
    rows,
    await labelsOf(actor, rows.slice(0, 100)),
  );
}
