import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { Key } from '../core/projection.ts';
import { updateItem } from './dynamo.ts';
import { logger } from './logger.ts';

/** What SES lets the account send, and what it had sent in 24 h when it was asked (`at`, milliseconds). */
export type SendQuota = { at: number; perSecond: number; perDay: number; sentInDay: number };
export type Leave = 'granted' | 'rate_reached' | 'quota_reached';

const freshMs = 300_000;
/** SES answers one such question a second. */
const againMs = 5000;
const askMs = 2000;
const keptS = 3600;

/** The most that all processes together can have sent in 24 h by now: as many a second as SES takes, since it was asked. */
const mostSent = ({ at, perSecond, sentInDay }: SendQuota, now: number) =>
  sentInDay + perSecond * Math.ceil((now - at) / 1000);

/** Whether one more could be too many. An account without a limit says -1. */
export const isUsedUp = (quota: SendQuota, now: number): boolean =>
  quota.perDay >= 0 && mostSent(quota, now) >= quota.perDay;
/** Whether SES is to be asked anew: what it said is old, or might by now be used up. */
export function isStale(quota: SendQuota, now: number): boolean {
  const age = now - quota.at;
  return age >= freshMs || (age >= againMs && isUsedUp(quota, now));
}

let known: SendQuota | undefined;
/** For tests, which are many accounts in one process. */
export const forgetQuota = (): void => {
  known = undefined;
};

async function ask(client: SESClient, at: number): Promise<SendQuota> {
  const { MaxSendRate, Max24HourSend, SentLast24Hours } = await client.send(new GetSendQuotaCommand({}), {
    abortSignal: AbortSignal.timeout(askMs),
  });
  return {
    at,
    perSecond: Math.max(1, Math.floor(MaxSendRate ?? 1)),
    perDay: Max24HourSend ?? -1,
    sentInDay: SentLast24Hours ?? 0,
  };
}

/** What SES said last; asked at most every five minutes a process, more often only near the day's end of it. */
async function quotaOf(client: SESClient, now: number): Promise<SendQuota | undefined> {
  if (known && !isStale(known, now)) return known;
  try {
    known = await ask(client, now);
  } catch (error) {
    logger.warn('SES did not tell its quota', { error: error as Error });
  }
  return known;
}

/** One item a second for the whole account: no workspace leads it, because all share what SES takes. */
const secondKey = (second: number): Key => ({ pk: `SENDRATE#${second}`, sk: 'SENDRATE' });

/** SENDRATE-1: one UpdateItem. False where this second has given leave for as many as it may. */
async function takeOf(second: number, most: number): Promise<boolean> {
  try {
    await updateItem(secondKey(second), {
      UpdateExpression: 'ADD used :one SET expiresAt = :expires',
      ConditionExpression: 'attribute_not_exists(used) OR used < :most',
      ExpressionAttributeValues: { ':one': 1, ':most': most, ':expires': second + keptS },
    });
    return true;
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/**
 * Whether one more mail may be given to SES now: at most `MaxSendRate` a second over all processes, and none that would go
 * beyond `Max24HourSend`. `now` in milliseconds. Where SES does not tell its quota, SES itself is the limit.
 */
export async function leaveToSend(client: SESClient, now = Date.now()): Promise<Leave> {
  const quota = await quotaOf(client, now);
  if (!quota) return 'granted';
  if (isUsedUp(quota, now)) return 'quota_reached';
  return (await takeOf(Math.floor(now / 1000), quota.perSecond)) ? 'granted' : 'rate_reached';
}
