import type { Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { updateItem } from '../platform/dynamo.ts';
import { readStretch } from '../reports/stretch-store.ts';

/** How long a month of somebody's is kept behind its end: two years beside each other, and no history of a person at work. */
const monthsKept = 25;
const monthMs = 31 * 86_400_000;

/** PRESENCE-1: on which days (UTC) users were here, a month of each. */
const presencePk = (workspaceId: string) => `${workspacePk(workspaceId)}#PRESENCE`;
const presenceKey = (workspaceId: string, userId: string, month: string): Key => ({
  pk: presencePk(workspaceId),
  sk: `${month}#${userId}`,
});

type Here = { workspaceId: string; userId: string; at: string };
/** That somebody was here on a day; `signIns` more are counted, so that with any it stands in the transaction that tells a first time from others. */
function updateOf({ workspaceId, userId, at }: Here, signIns: 0 | 1) {
  const month = at.slice(0, 7);
  const expiresAt = Math.floor((Date.parse(`${month}-01T00:00:00.000Z`) + (monthsKept + 1) * monthMs) / 1000);
  return {
    Key: presenceKey(workspaceId, userId, month),
    UpdateExpression: 'SET #expiresAt = :expiresAt ADD #days :day, #signIns :signIns',
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt', '#days': 'days', '#signIns': 'signIns' },
    ExpressionAttributeValues: {
      ':expiresAt': expiresAt,
      ':day': new Set([at.slice(0, 10)]),
      ':signIns': signIns,
    },
  };
}

/** Goes with the write of a session that is new. */
export const signedInWrite = (here: Here): Write => ({ action: { Update: updateOf(here, 1) } });
/** May be repeated. */
export async function markHere(here: Here): Promise<void> {
  const { Key: key, ...update } = updateOf(here, 0);
  await updateItem(key, update);
}

/** Somebody in a month: how often they signed in, and the days on which they were here. */
export type Presence = { userId: string; month: string; signIns: number; days: string[] };
function presenceOf({ sk, signIns, days }: Item): Presence {
  const [month = '', userId = ''] = sk.split('#');
  return {
    userId,
    month,
    signIns: Number(signIns ?? 0),
    days: [...((days ?? []) as Iterable<string>)].toSorted(),
  };
}

/** PRESENCE-1: all users in a stretch of months, both included: one Query for 1 MB, some thousand months of somebody's. Throws `report_too_wide`. */
export async function presences(
  workspaceId: string,
  { from, to }: { from: string; to: string },
  now: string,
): Promise<Presence[]> {
  const items = await readStretch(presencePk(workspaceId), `${from}#`, `${to}$`); // `$` sorts behind `#`
  const seconds = Date.parse(now) / 1000;
  return items.filter(({ expiresAt }) => Number(expiresAt) > seconds).map(presenceOf);
}
