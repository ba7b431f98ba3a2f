import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PageRequest } from '../core/page.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { commit } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { readCounters } from '../platform/projection-store.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { type IntakeStatus, intakeId, intakeRecord } from './intake.ts';
import { intakeCounters, intakeListPk } from './intake-projection.ts';
import type { Reason } from './intake-reasons.ts';

/** MAIL-3: by id, one GetItem. */
export const intakeStore = recordStore(intakeRecord);

/** MAIL-2: newest first; one Query and one BatchGet a page. */
export function intakePage(
  workspaceId: string,
  { status, reason }: { status?: IntakeStatus | undefined; reason?: Reason | undefined },
  page: PageRequest,
) {
  const range = { pk: intakeListPk(workspaceId, status ?? 'all', reason), newestFirst: true };
  return recordPage(range, page, 'intake', (ids) => intakeStore.getMany(workspaceId, ids));
}

/** MAIL-1: one Query. */
export const intakeSums = (workspaceId: string) => readCounters(intakeCounters(workspaceId));

/**
 * That a raw message has been dealt with in every workspace it was for. It lies outside of any, because the bucket's
 * listing knows keys alone.
 */
const doneKey = (rawKey: string): Key => ({
  pk: `MAILOBJECT#${createHash('sha256').update(rawKey).digest('base64url')}`,
  sk: 'MAILOBJECT',
});
/** May be repeated. `workspaceIds`: which have it; most often one. */
export const markDone = (rawKey: string, at: string, workspaceIds: string[]): Promise<void> =>
  commit([{ action: { Put: { Item: { ...doneKey(rawKey), rawKey, at, workspaceIds } as Item } } }]);

/**
 * Whether a raw message is another workspace's as well, which has not erased it and may keep it: one object lies in the bucket for all whom
 * a mail was sent to. One GetItem, and one for each other workspace.
 */
export async function isSharedMail(rawKey: string, workspaceId: string): Promise<boolean> {
  const done = await getItem(doneKey(rawKey));
  const others = ((done?.workspaceIds ?? []) as string[]).filter((id) => id !== workspaceId);
  for (const other of others) {
    const intake = await intakeStore.find(other, intakeId(rawKey, other));
    if (intake && !intake.erasedAt && intake.reason !== 'never_log') return true;
  }
  return false;
}

/** RECONCILE-1: those of the raw messages that nobody has dealt with; one BatchGet a hundred. */
export async function notDone(rawKeys: string[]): Promise<string[]> {
  const found = await getItems(rawKeys.map(doneKey));
  return rawKeys.filter((rawKey) => !found.has(nameOf(doneKey(rawKey))));
}

const listingKey: Key = { pk: 'MAILLISTING', sk: 'MAILLISTING' };
/** The daily listing of the bucket: the one under way, and the figures of the last that came to its end. */
export const Listing = z.object({
  running: z
    .object({ time: z.string(), after: z.string().optional(), objects: z.int(), missing: z.int() })
    .optional(),
  last: z.object({ at: z.string(), objects: z.int(), missing: z.int() }).optional(),
});
export type Listing = z.infer<typeof Listing>;
/** RECONCILE-2: one GetItem. */
export async function readListing(): Promise<Listing> {
  const item = await getItem(listingKey);
  return item ? Listing.parse(item) : {};
}
export const writeListing = (listing: Listing): Promise<void> =>
  commit([{ action: { Put: { Item: { ...listing, ...listingKey } as Item } } }]);
