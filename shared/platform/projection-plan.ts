import {
  difference,
  type Item,
  type Key,
  type Lent,
  type Move,
  moved,
  nameOf,
  nothing,
  type Projection,
  type Projections,
} from '../core/projection.ts';
import { contributionPut, type StoredContribution } from './contribution-item.ts';
import { type Borrowed, itemsPerTransaction, type Plan } from './projection-transaction.ts';

/** All that one look at a record has read. */
type Look = {
  key: Key;
  held: StoredContribution;
  projection: Projection;
  record: Item | undefined;
  read: Map<string, Item>;
};

/** Throws for a record that has no projection, or whose contribution newer code has written. */
export function projectionFor(projections: Projections, { sk }: Key, held: StoredContribution): Projection {
  const projection = projections[sk];
  if (!projection) throw new Error(`No projection for ${sk}`);
  if (held.definition > projection.definition) throw new Error(`${sk} is projected by newer code`);
  return projection;
}

/** The items of the record's collection that its projection always reads. */
export const besideKeys = (key: Key, projection: Projection | undefined): Key[] =>
  (projection?.beside ?? []).map((sk) => ({ pk: key.pk, sk }));

/** A record that cannot be understood borrows nothing: planning its look then fails by the same error, and it alone. */
export function borrowedKeys(projections: Projections, key: Key, record: Item | undefined): Key[] {
  try {
    return ((record && projections[key.sk]?.borrows?.(record)) ?? []).map(({ pk, sk }) => ({ pk, sk }));
  } catch {
    return [];
  }
}

const absent = '-';
/** The versions of all that was looked at, and not of the record alone: what it borrows changes by itself. */
function versionsOf({ key, record, projection, read }: Look): string {
  if (!record) return '';
  const { lasting = [] } = projection;
  const own = besideKeys(key, projection).map(
    (one): Lent => (lasting.includes(one.sk) ? { ...one, lasting: true } : one),
  );
  const others = [...own, ...(projection.borrows?.(record) ?? [])];
  const versionOf = (other: Lent) => read.get(nameOf(other))?.version ?? (other.lasting ? 0 : absent);
  return [record.version ?? absent, ...others.map(versionOf)].join('|');
}
/** What is absent may have come and gone since the last look, which no version tells. */
const isWhole = (versions: string) => versions !== '' && !versions.split('|').includes(absent);

/**
 * Whoever changes what is borrowed finds the records that depend on it by their entries. Where a look makes new ones, they
 * may have been searched for in vain just before.
 */
function lentTo({ record, projection, read }: Look, moves: Move[]): Borrowed[] {
  if (!record || !moves.some(({ kind }) => kind === 'put')) return [];
  const keys = projection.borrows?.(record) ?? [];
  return keys.map(({ pk, sk }) => ({ key: { pk, sk }, version: read.get(nameOf({ pk, sk }))?.version }));
}

/**
 * The next step for one record. A look that finds nothing to move is written too, unless these very versions were: it
 * shuts out a projector that looked earlier, saw a state that has since come and gone, and has yet to write it.
 */
export function planOf(look: Look, now: Date): Plan | undefined {
  const { key, held, projection, record, read } = look;
  const { definition } = projection;
  const versions = versionsOf(look);
  const seen = record && { record, borrowed: read, now: now.toISOString() };
  const all = difference(held, seen ? projection.project(seen) : nothing);
  const isSame = isWhole(versions) && held.versions === versions && held.definition === definition;
  if (all.length === 0 && isSame) return undefined;
  const moves = all.slice(0, itemsPerTransaction - 1);
  const more = moves.length < all.length;
  // Only the last step makes it this definition's: a backfill that is cut off in between must find it outdated.
  const to = { ...moved(held, moves), definition: more ? held.definition : definition, versions };
  const put = contributionPut(key, held, to, now);
  const bytes = Buffer.byteLength(JSON.stringify(moves)) + put.Put.Item.body.length + 500;
  const borrowed = lentTo(look, moves);
  return { key, name: nameOf(key), moves, more, put, bytes, borrowed };
}
