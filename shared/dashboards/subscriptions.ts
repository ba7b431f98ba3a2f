import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { dateAfter, localDate, momentOn, weekdayOf, weekdays } from '../core/local-day.ts';
import { LocalTime } from '../core/local-time.ts';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';

/** Beside a user, the dashboards that are mailed to them. `version` counts its writes. */
export const subscriptionsSk = 'DASHBOARDMAILS';
export const subscriptionsKey = (workspaceId: string, userId: string): Key => ({
  pk: recordKey(workspaceId, 'user', userId).pk,
  sk: subscriptionsSk,
});

const when = {
  weekday: z.enum(weekdays),
  at: LocalTime.describe('By the wall clock where they are.'),
};
export const PutSubscription = z.strictObject(when);
export type PutSubscription = z.infer<typeof PutSubscription>;
const Subscription = z.object({
  ...when,
  dashboardId: z.string(),
  /** Since when it is as it is (ISO 8601 UTC): of a time before that day nothing is sent. */
  since: z.string(),
  /** The last day on which it was sent, there. */
  doneOn: z.string().optional(),
});
export type Subscription = z.infer<typeof Subscription>;
const Kept = z.object({ version: z.int(), all: z.array(Subscription) });
export type Subscriptions = z.infer<typeof Kept>;
export const subscriptionsOf = (item: unknown): Subscriptions => Kept.parse(item ?? { version: 0, all: [] });

export const SubscriptionBody = z.object({
  ...when,
  dashboardId: z.string(),
  nextAt: z.iso.datetime().describe('When the next one is due.'),
});

const most = 20;
/** With a dashboard that is mailed from now on, or at another time. Throws `too_many_subscriptions`. */
export function subscribed(
  { all }: Subscriptions,
  dashboardId: string,
  given: PutSubscription,
  now: string,
): Subscription[] {
  const before = all.find((one) => one.dashboardId === dashboardId);
  const isSame = before?.weekday === given.weekday && before.at === given.at;
  if (!before && all.length >= most)
    throw new AppError('conflict', 'too_many_subscriptions', `${most} dashboards are mailed to you at most.`);
  const after = { ...before, ...given, dashboardId, since: isSame ? before.since : now };
  return [...all.filter((one) => one !== before), after];
}
export const unsubscribed = ({ all }: Subscriptions, dashboardId: string): Subscription[] =>
  all.filter((one) => one.dashboardId !== dashboardId);

const days = 15;
/** When it is due next (ISO 8601 UTC): on the first of its weekdays behind the one that is done, at its time there. */
export function mailDueAt({ weekday, at, since, doneOn }: Subscription, timeZone: string): string {
  const first = doneOn ? dateAfter(doneOn, 1) : localDate(since, timeZone);
  const moments = Array.from({ length: days }, (_, n) => dateAfter(first, n))
    .filter((day) => weekdayOf(day) === weekday)
    .map((day) => momentOn(day, at, timeZone));
  return moments.find((moment) => moment >= since) ?? moments.at(-1) ?? since;
}

/** When the first of them is due; undefined where there is none. */
export const firstMailDueAt = ({ all }: Subscriptions, timeZone: string): string | undefined =>
  all.map((one) => mailDueAt(one, timeZone)).toSorted()[0];

/** The same with those done that were due at a moment: what was late is not made up for, the next comes on its day. */
export const doneAt = ({ all }: Subscriptions, timeZone: string, now: string): Subscription[] =>
  all.map((one) => (mailDueAt(one, timeZone) <= now ? { ...one, doneOn: localDate(now, timeZone) } : one));
