import * as z from 'zod';
import type { Route } from '../core/route.ts';
import { type Cell, namesIn, type ReportRow } from '../reports/csv/report-rows.ts';
import { type Part, tableOf } from '../reports/csv/table-of.ts';
import { Tile } from './tile.ts';
import { figuresOfTile, partOfTile } from './tile-report.ts';

const mostLines = 100;
const Figure = z.union([z.number(), z.string(), z.record(z.string(), z.number())]);
const TileColumn = z.object({
  name: z.string().describe('As a CSV file of the report names it.'),
  kind: z
    .enum(['number', 'share', 'money'])
    .describe('Shares are 0 to 1. Money is cents by currency; so may be shares.'),
});
const TileLine = z.object({
  value: z
    .string()
    .nullable()
    .describe('What the line is of: an id, a word, a month; null of what nothing is said, and of the whole.'),
  name: z.string().nullable().describe('What that is called, for who may see it.'),
  cells: z
    .array(Figure.nullable())
    .describe('In the order of the columns; null where there is none, or none that one may see.'),
});
/** What a tile says to one who looks at it. */
export const TileFigures = Tile.pick({ id: true, title: true, report: true, chart: true }).extend({
  query: z.record(z.string(), z.string()).describe('What the report was asked with, its months among it.'),
  part: z.string(),
  columns: z.array(TileColumn),
  lines: z.array(TileLine).max(mostLines),
  more: z.int().describe('How many lines there are besides.'),
});
export type TileFigures = z.infer<typeof TileFigures>;
type TileLine = z.infer<typeof TileLine>;

const shares = /(?:rate|share|conversion|probability|retention|returns)$|^reached\.|^within(?:hour|day)$/i;
function kindOf(
  column: string,
  { byCurrency }: Part,
  rows: readonly ReportRow[],
): TileFigures['columns'][number]['kind'] {
  const field = byCurrency.find((one) => one.column === column);
  const sums = rows.flatMap(({ figures }) => (typeof figures[column] === 'object' ? [figures[column]] : []));
  if (field?.isMoney || sums.some(({ isMoney }) => isMoney)) return 'money';
  return field || shares.test(column) ? 'share' : 'number';
}
const cellOf = (cell: Cell): z.infer<typeof Figure> | null =>
  cell === undefined ? null : typeof cell === 'object' ? { ...cell.values } : cell;

/** A stage is called by its name; its id and its kind say no more. */
const unsaid = new Set(['stageId', 'kind', 'label']);
function lineOf({ says, figures }: ReportRow, columns: readonly string[], of: Naming): TileLine {
  const own = Object.entries(says).filter(([column]) => !of.ofReport.has(column) && !unsaid.has(column));
  const said = own.map(([, value]) => value).filter(Boolean);
  const called = own.map(([, value]) => of.labels.get(value) ?? value).filter(Boolean);
  return {
    value: said.join(' · ') || null,
    name: called.join(' · ') || null,
    cells: columns.map((column) => cellOf(figures[column])),
  };
}
type Naming = { ofReport: ReadonlySet<string>; labels: ReadonlyMap<string, string> };

/** The rows of a report that a tile is of. */
export const rowsOfTile = (tile: Tile, route: Route, rows: readonly ReportRow[]): ReportRow[] => {
  const { name } = partOfTile(tile, route);
  return rows.filter(({ part }) => part === name);
};

/** A tile's lines, of which the first hundred are shown. */
export function tileFigures(
  tile: Tile,
  { route, query }: { route: Route; query: Record<string, string> },
  rows: readonly ReportRow[],
  labels: ReadonlyMap<string, string>,
): TileFigures {
  const part = partOfTile(tile, route);
  const names = figuresOfTile(tile, part);
  const naming = { ofReport: new Set(namesIn(tableOf(route.response))), labels };
  const { id, title, report, chart } = tile;
  return {
    ...{ id, report, chart, query, part: part.name },
    ...(title !== undefined && { title }),
    columns: names.map((name) => ({ name, kind: kindOf(name, part, rows) })),
    lines: rows.slice(0, mostLines).map((row) => lineOf(row, names, naming)),
    more: Math.max(0, rows.length - mostLines),
  };
}
