import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { StoredChange } from '../audit/change-line.ts';
import type { Item } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** A change as the feed tells of it: who, when and what, in ids and names of fields. */
export const FeedLine = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  type: z.string().describe('As events are called: `deal.updated`.'),
  record: z.object({ kind: z.string(), id: z.string() }),
  recordVersion: z.int(),
  fields: z.array(z.string()).describe('What changed, by name; of a record that is new nothing is named.'),
  by: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
});
export type FeedLine = z.infer<typeof FeedLine>;

/** A change as its line; `type` is that of the event which told of it. */
export function feedLineOf(
  { id, at, of, recordId, recordVersion, by, fields }: StoredChange,
  type: string,
): FeedLine {
  return {
    id,
    at,
    type,
    record: { kind: of, id: recordId },
    recordVersion,
    fields: Object.keys(fields).sort(),
    by,
  };
}

/** How far back a feed can be begun. */
export const daysReplayed = 30;
/** A reader that begins at the first line has a day to get further before the lines behind it go. */
const daysKept = 31;
const dayMs = 86_400_000;
/** A line is served this long after the moment in its key, so that none that is still being written lies behind a reader. */
const settledMs = 10_000;
/** A line that took longer to be stored is written again, later: half of what readers wait is left for clocks that differ. */
export const lateMs = 5000;

/** Partitions that a workspace's feed is spread over; a record's lines are in one, in the order in which they were written. */
export const feedSlots = 4;
export const feedPk = (workspaceId: string, slot: number) => `${workspacePk(workspaceId)}#FEED#${slot}`;
const slotOf = (recordId: string) => createHash('sha256').update(recordId).digest().readUInt8(0) % feedSlots;

const instant = (ms: number) => new Date(ms).toISOString();
/** FEED-1: a line as it is stored at a moment (milliseconds); `n` is its place among those of the same moment. */
export function feedItem(workspaceId: string, line: FeedLine, ms: number, n: number): Item {
  const sk = `${instant(ms)}#${String(n).padStart(3, '0')}#${line.id}`;
  const expiresAt = Math.floor((ms + daysKept * dayMs) / 1000);
  return { pk: feedPk(workspaceId, slotOf(line.record.id)), sk, expiresAt, ...line };
}

/** Where a reader is: behind a line's sort key, or at a moment. Everything up to there was served. */
export type Position = string;
export const firstPosition = (now: string): Position => instant(Date.parse(now) - daysReplayed * dayMs);
/** Up to where lines are settled at a moment. */
export const settledAt = (now: string): Position => instant(Date.parse(now) - settledMs);
/** Whether lines behind a position may be gone. */
export const isExpired = (position: Position, now: string): boolean =>
  position < instant(Date.parse(now) - daysKept * dayMs);

type Stored = { sk: string };
export type Found<T> = { items: T[]; isCut: boolean };
/**
 * The first lines of several slots in the order in which they were written, and where that leads: up to `until` where nothing
 * is left before it. What lies behind the last line that was read of a slot with more is not known and waits.
 */
export function merged<T extends Stored>(slots: readonly Found<T>[], limit: number, until: Position) {
  const ends = slots.flatMap(({ items, isCut }) => (isCut ? [items.at(-1)?.sk ?? ''] : []));
  const horizon = ends.length > 0 ? ends.toSorted()[0] : undefined;
  const known = slots
    .flatMap(({ items }) => items)
    .filter(({ sk }) => horizon === undefined || sk <= horizon)
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const items = known.slice(0, limit);
  const isAll = horizon === undefined && known.length === items.length;
  return { items, position: isAll ? until : (items.at(-1)?.sk ?? ''), caughtUp: isAll };
}
