import * as z from 'zod';
import { invalidField } from '../core/errors.ts';
import { charts, mostFigures, relativePeriods } from './tile-options.ts';

export const mostTiles = 20;
const name = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z][a-zA-Z0-9_.-]*$/, 'Must be a name of the API, like `wonAmount`.');
const query = z
  .record(z.string().max(40), z.string().max(200))
  .refine((all) => Object.keys(all).length <= 12, 'A report has fewer parameters.');

const fields = {
  title: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('What it says above; the report’s name where it is left out.'),
  report: name.describe('A report by the last part of its path: `sales` of `/v1/reports/sales`.'),
  query: query
    .default({})
    .describe(
      'What the report is asked with, as its parameters are written. Not checked for what is there: a pipeline may go later, too.',
    ),
  period: z
    .enum(relativePeriods)
    .optional()
    .describe('Which months, seen from the present one; in place of `from` and `to` of the query.'),
  part: name
    .optional()
    .describe(
      'Of which list of the report the lines are, as a CSV file names it (docs/reports.md): by itself its rows where it is split, else its months, else its first list.',
    ),
  figures: z
    .array(name)
    .max(mostFigures)
    .default([])
    .describe('Columns of the report as a CSV file names them; by itself the first three.'),
  chart: z.enum(charts).default('bar').describe('How it is drawn; a table stands behind each.'),
};
/** A report as one wants to see it again and again. It holds no figures. */
export const Tile = z.object({ id: z.string().max(40), ...fields });
export type Tile = z.infer<typeof Tile>;
export const NewTile = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'Must be small letters, digits and hyphens.')
    .optional()
    .describe('By which the tile is read; made where it is left out.'),
  ...fields,
});
export type NewTile = z.infer<typeof NewTile>;

/** Tiles with an id each. Throws `validation_failed` where two have the same. */
export function withIds(tiles: readonly NewTile[]): Tile[] {
  const taken = new Set(tiles.flatMap(({ id }) => id ?? []));
  if (taken.size < tiles.filter(({ id }) => id !== undefined).length)
    throw invalidField('/tiles', 'id_twice', 'Two tiles have the same id.');
  let count = 0;
  const free = (): string => {
    const id = `t${++count}`;
    return taken.has(id) ? free() : id;
  };
  return tiles.map((tile) => ({ ...tile, id: tile.id ?? free() }));
}
