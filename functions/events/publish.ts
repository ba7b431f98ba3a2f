import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { auditItems } from '../../shared/audit/audit.ts';
import { changeOfItem, lineOfChange, type StoredChange } from '../../shared/audit/change-line.ts';
import { feedLineOf } from '../../shared/changes/feed-line.ts';
import { writeFeed } from '../../shared/changes/feed-write-store.ts';
import { nameOf } from '../../shared/core/projection.ts';
import { putAll } from '../../shared/platform/batch-write.ts';
import { env } from '../../shared/platform/env.ts';
import { publish } from '../../shared/platform/events.ts';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { logger } from '../../shared/platform/logger.ts';
import { enqueue } from '../../shared/platform/queue.ts';
import { changeOf } from '../../shared/platform/stream-change.ts';
import { causeOf } from '../../shared/rules/cause.ts';
import { assessedEvents } from './telling/assessed-events.ts';
import { idleEvents } from './telling/idle-events.ts';
import { memberEvents } from './telling/member-events.ts';
import { notificationEvents } from './telling/notification-events.ts';
import { scoringEvents } from './telling/scoring-events.ts';
import { sessionEvents } from './telling/session-events.ts';

const Events = z.array(
  z.object({ type: z.string(), version: z.number(), data: z.record(z.string(), z.unknown()) }),
);
type Told = { place: number; change: StoredChange; events: z.infer<typeof Events> };
type Unreadable = { unreadable: { pk: unknown; sk: unknown } };

/** What the records tell, and the keys of those that say nothing that can be read: trying again would not change it. */
function read(records: DynamoDBRecord[]): { told: Told[]; unreadable: Unreadable[] } {
  const told: Told[] = [];
  const unreadable: Unreadable[] = [];
  for (const [place, record] of records.entries()) {
    const item = changeOf(record);
    if (!item) continue;
    try {
      told.push({ place, change: changeOfItem(item), events: Events.parse(item.events) });
    } catch (error) {
      logger.error('a change cannot be read', { changeId: item.id, error });
      unreadable.push({ unreadable: { pk: item.pk, sk: item.sk } });
    }
  }
  return { told, unreadable };
}

/** Puts events on the bus `crm`; answers the places of the stream's records whose events it did not take. */
async function publishEvents(told: Told[], records: DynamoDBRecord[]): Promise<number[]> {
  const all = told.flatMap(({ place, change: { id, workspaceId, at, quiet, cause, ...change }, events }) => {
    const by = causeOf(change.by, cause);
    const about = { workspaceId, at, ...(quiet && { quiet }), ...(by && { by }) };
    return events.map(({ type, ...event }, n) => ({
      place,
      type,
      detail: { id: `${id}.${n}`, ...about, ...event },
    }));
  });
  const others = [
    ...(await memberEvents(records)),
    ...sessionEvents(records),
    ...idleEvents(records),
    ...notificationEvents(records),
    ...scoringEvents(records),
    ...assessedEvents(records),
  ];
  return (await publish([...all, ...others])).map(({ place }) => place);
}

/** Writes the changes' lines of the audit log; answers the places of those that the table did not take. */
async function writeLines(told: Told[]): Promise<number[]> {
  const all = told.flatMap(({ place, change }) =>
    auditItems(change.workspaceId, lineOfChange(change)).map((item) => ({ place, item })),
  );
  const unwritten = new Set((await putAll(all.map(({ item }) => item))).map(nameOf));
  return all.filter(({ item }) => unwritten.has(nameOf(item))).map(({ place }) => place);
}

/** Writes the changes into the feeds that readers replay; answers the places of those that the table did not take. */
async function writeFeeds(told: Told[]): Promise<number[]> {
  const all = told.map(({ place, change, events: [first] }) => {
    const line = feedLineOf(change, first?.type ?? `${change.of}.${change.kind}`);
    return { place, workspaceId: change.workspaceId, line };
  });
  return (await writeFeed(all)).map(({ place }) => place);
}

/**
 * Tells of change items, in the order of the stream: their events to the bus, their lines to the audit log; and of records
 * that came into a segment or left one, of sign-ins that ended, of notifications, and of leads that became hot. A change that cannot be read is a dead letter, and holds up none behind it. The first
 * record that fails and all behind it come again, so an event may be published twice and is never left out; a line of the log that is
 * written twice is one, of the feed two. Where the batch's very first record fails, all of it does: only then does Lambda cut the batch
 * around the record (a named one would take all behind it along when it is given up).
 */
async function tellOfChanges({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { told, unreadable } = read(Records);
  if (unreadable.length > 0) await enqueue(env('DEAD_LETTERS_URL'), unreadable);
  const failed = (
    await Promise.all([publishEvents(told, Records), writeLines(told), writeFeeds(told)])
  ).flat();
  if (failed.length === 0) return { batchItemFailures: [] };
  const first = Math.min(...failed);
  if (first === 0 && Records.length > 1) throw new Error('The first change of the batch was not told');
  return { batchItemFailures: [{ itemIdentifier: Records[first]?.dynamodb?.SequenceNumber ?? '' }] };
}
export const handler = failingBare(tellOfChanges);
