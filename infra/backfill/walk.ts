import { type Item, type Key, nameOf, type Projections } from '../../shared/core/projection.ts';
import { contributionKey } from '../../shared/platform/contribution-item.ts';
import type { Settle } from '../../shared/platform/projector.ts';

const looksAtOnce = 25;

/** How far a segment of the table has been walked; nothing at its beginning. */
export type Place = { after?: Key; isDone?: boolean };
export type Sums = { seen: number; looked: number; failed: number };
type Failed = { key: Key; reason: unknown };
export type Walk = {
  projections: Projections;
  /** Keys of a page of one of the table's segments, records or not. */
  readPage(segment: number, segments: number, after: Key | undefined): Promise<{ keys: Key[]; last?: Key }>;
  getAll(keys: Key[]): Promise<Map<string, Item>>;
  settle: Settle;
  /** A segment each; they are walked at once. */
  places: readonly Place[];
  /** Looks at every record, whatever it was last looked at by. */
  all?: boolean;
  /** Waits before so many looks. */
  pace?(looks: number): Promise<void>;
  /** Hears after each page of any segment how far all are. All before these places is done. */
  onPage?(places: Place[], sums: Sums): void;
  onFailed?(failed: Failed): void;
};

/** Of records those that today's definition has not looked at to the end; one read each, and no more for the rest. */
async function outdated(keys: Key[], { projections, getAll, all }: Walk): Promise<Key[]> {
  if (all || keys.length === 0) return keys;
  const held = await getAll(keys.map(contributionKey));
  return keys.filter(
    (key) => held.get(nameOf(contributionKey(key)))?.definition !== projections[key.sk]?.definition,
  );
}

/**
 * Lets the projector look at every record of the table that was last looked at by another definition than today's. What is
 * written meanwhile is looked at anyhow. May be killed anywhere and go on from the last places, or begin again: what is done is
 * skipped. Records that cannot be settled are told and left; throttling and other errors of the table are thrown.
 */
export async function walk(one: Walk): Promise<Sums> {
  const { projections, settle, readPage } = one;
  const places: Place[] = one.places.map((place) => ({ ...place }));
  const sums: Sums = { seen: 0, looked: 0, failed: 0 };

  async function look(keys: Key[]): Promise<void> {
    for (let i = 0; i < keys.length; i += looksAtOnce) {
      const some = keys.slice(i, i + looksAtOnce);
      await one.pace?.(some.length);
      const { failed } = await settle(some);
      for (const failure of failed) one.onFailed?.(failure);
      sums.looked += some.length;
      sums.failed += failed.length;
    }
  }

  async function walkSegment(segment: number): Promise<void> {
    for (let place = places[segment] ?? {}; !place.isDone; places[segment] = place) {
      const { keys, last } = await readPage(segment, places.length, place.after);
      const records = keys.filter(({ sk }) => Object.hasOwn(projections, sk));
      await look(await outdated(records, one));
      sums.seen += records.length;
      place = last ? { after: last } : { isDone: true };
      places[segment] = place;
      one.onPage?.([...places], { ...sums });
    }
  }

  await Promise.all(places.map((_, segment) => walkSegment(segment)));
  return sums;
}
