import type { Place } from './walk.ts';

export type Definitions = Record<string, number>;
/** Where a backfill stands: of which table, for which definitions, and how far each segment is. */
export type Standing = { table: string; definitions: Definitions; places: Place[] };

const orderly = (definitions: Definitions) =>
  JSON.stringify(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
export const areSame = (one: Definitions, other: Definitions) => orderly(one) === orderly(other);

export const tokenOf = (standing: Standing) => Buffer.from(JSON.stringify(standing)).toString('base64url');

/** Throws for a token of another table, or from which older or newer code was to go on. */
export function placesOf(token: string, { table, definitions }: Omit<Standing, 'places'>): Place[] {
  let standing: Standing;
  try {
    standing = JSON.parse(Buffer.from(token, 'base64url').toString()) as Standing;
  } catch {
    throw new Error('This is no token of a backfill.');
  }
  if (standing.table !== table) throw new Error(`The token is of the table ${standing.table}, not ${table}.`);
  if (!areSame(standing.definitions, definitions))
    throw new Error('The token is of other definitions than this code has: begin without it.');
  return standing.places;
}
