import * as z from 'zod';
import type { FeedLine } from '../../changes/feed-line.ts';
import { newestLines } from '../../changes/feed-store.ts';
import type { IdKind } from '../../core/ids.ts';
import { type Item, type Key, nameOf } from '../../core/projection.ts';
import { recordKey, timelineSk } from '../../core/record.ts';
import { getItems } from '../../platform/dynamo.ts';
import type { Happened } from '../match.ts';

const mostLinesASlot = 250;
/** Each is read for what it told: two BatchGets. */
const mostChanges = 200;
const dayMs = 86_400_000;

const Told = z.object({
  id: z.string(),
  workspaceId: z.string(),
  at: z.iso.datetime(),
  quiet: z.literal(true).optional(),
  events: z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) })).default([]),
});
const changeKey = (workspaceId: string, { record, at, id }: FeedLine): Key => ({
  pk: recordKey(workspaceId, record.kind as IdKind, record.id).pk,
  sk: timelineSk(at, id),
});

/** What a change told, by the very ids that the bus had it under. */
function eventsOf(item: Item | undefined): Happened[] {
  const told = item && Told.safeParse(item).data;
  if (!told || told.quiet) return [];
  const { id, workspaceId, at, events } = told;
  return events.map(({ type, data }, n) => ({ id: `${id}.${n}`, type, workspaceId, at, data }));
}

/** Whose changes tell of events: a form that was sent, a mail and a rating are activities. */
const tellers: Record<string, string> = { form: 'activity', rating: 'activity' };
function tellersOf(types: readonly string[]): Set<string> {
  const nouns = types.map((type) => type.split('.')[0] ?? '');
  return new Set(
    nouns.flatMap((noun) => (noun === 'mail' ? ['activity', 'message', 'intake'] : [tellers[noun] ?? noun])),
  );
}

export type Past = {
  events: Happened[];
  /** How many changes were looked at, and since when they are all that there were. */
  looked: number;
  since: string;
};
/**
 * What happened of these types in the last days, newest first: of the newest 1,000 changes, 200 that may have told of it at most. Four
 * Queries and two BatchGets, however much there is. What is erased tells nothing.
 */
export async function pastEvents(
  workspaceId: string,
  types: readonly string[],
  { now, days }: { now: string; days: number },
): Promise<Past> {
  const from = new Date(Date.parse(now) - days * dayMs).toISOString();
  const { lines, since } = await newestLines(workspaceId, from, mostLinesASlot);
  const kinds = tellersOf(types);
  const meant = lines.filter(({ record }) => kinds.has(record.kind));
  const read = meant.slice(0, mostChanges);
  const keys = read.map((line) => changeKey(workspaceId, line));
  const items = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  const events = keys.flatMap((key) => eventsOf(items.get(nameOf(key))));
  const isAll = meant.length === read.length;
  return {
    events: events.filter(({ type }) => types.includes(type)),
    looked: read.length,
    since: isAll ? since.slice(0, from.length) : (read.at(-1)?.at ?? since),
  };
}
