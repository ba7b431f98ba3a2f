import { AppError } from '../core/errors.ts';
import type { Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { cursorOf, keyOf } from '../platform/cursor.ts';
import { queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import {
  FeedLine,
  type Found,
  feedPk,
  feedSlots,
  firstPosition,
  isExpired,
  merged,
  type Position,
  settledAt,
} from './feed-line.ts';

const slots = Array.from({ length: feedSlots }, (_, slot) => slot);
const scope = 'changes';
const feedKey = (workspaceId: string, position: Position): Key => ({
  pk: `${workspacePk(workspaceId)}#FEED`,
  sk: position,
});

const expired = () =>
  new AppError('gone', 'cursor_expired', 'What happened behind this cursor is not kept any more.');
/** Where a cursor leads. Throws `cursor_invalid`, 410 `cursor_expired`. */
export async function positionOf(workspaceId: string, cursor: string, now: string): Promise<Position> {
  const { sk } = await keyOf(cursor, feedKey(workspaceId, '').pk, scope);
  if (isExpired(sk, now)) throw expired();
  return sk;
}
export const cursorAt = (workspaceId: string, position: Position): Promise<string> =>
  cursorOf(feedKey(workspaceId, position), scope);

async function slotFrom(pk: string, position: Position, to: Position, limit: number): Promise<Found<Item>> {
  const from = `${position} `; // sorts behind the position itself, and before all else
  if (from >= to) return { items: [], isCut: false };
  const { items, last } = await queryItems({ pk, from, to, limit, consistent: true });
  return { items, isCut: last !== undefined };
}

const later = (a: Position, b: Position): Position => (a > b ? a : b);
/**
 * FEED-1: the lines behind a position that are settled, in the order in which they were written; a consistent Query a slot. The
 * reader's clock and the writers' may be five seconds apart (docs/adr/0012).
 */
export async function feedPage(
  workspaceId: string,
  position: Position | undefined,
  limit: number,
  now: string,
): Promise<{ lines: FeedLine[]; position: Position; caughtUp: boolean }> {
  const [from, until] = [position ?? firstPosition(now), settledAt(now)];
  const found = await Promise.all(
    slots.map((slot) => slotFrom(feedPk(workspaceId, slot), from, until, limit)),
  );
  const page = merged(found, limit, later(from, until));
  const lines = page.items.map((item) => FeedLine.parse(item, parseContext()));
  return { lines, position: page.position, caughtUp: page.caughtUp };
}

/**
 * FEED-1: the newest lines since a moment, newest first; a Query a slot, of at most `limit` lines. `since`: from where on they are all that
 * there are.
 */
export async function newestLines(
  workspaceId: string,
  moment: Position,
  limit: number,
): Promise<{ lines: FeedLine[]; since: Position }> {
  const ask = (slot: number) =>
    queryItems({ pk: feedPk(workspaceId, slot), from: moment, newestFirst: true, limit });
  const found = await Promise.all(slots.map(ask));
  const cuts = found.flatMap(({ items, last }) => (last ? [items.at(-1)?.sk ?? moment] : []));
  const since = cuts.toSorted().at(-1) ?? moment;
  const items = found.flatMap((page) => page.items).filter(({ sk }) => sk >= since);
  const newest = items.toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
  return { lines: newest.map((item) => FeedLine.parse(item, parseContext())), since };
}
