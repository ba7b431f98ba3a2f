import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { updateItem } from './dynamo.ts';
import { logger } from './logger.ts';

const minuteMs = 60_000;
const keptS = 3600;
/** What a process serves of somebody in a minute before it says so to the others: a quiet workspace pays nothing. */
const unsaid = 20;
/** How many requests a process takes leave for at once. */
const lease = 50;
const defaults = { user: 6000, workspace: 30_000 };

const numberOf = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
/** Requests a minute, of the deployment; 0 is no limit. A workspace's own will be read here once there is such a field. */
const limitsOf = (_workspaceId: string) => ({
  user: numberOf('USER_REQUESTS_PER_MINUTE', defaults.user),
  workspace: numberOf('WORKSPACE_REQUESTS_PER_MINUTE', defaults.workspace),
});

/** What this process knows of one limit in this minute. */
type Count = {
  served: number;
  /** How many it may serve before it asks again. */
  leave: number;
  /** How many the table knows of. */
  said: number;
  full: boolean;
  asking?: Promise<void> | undefined;
};

/** LIMIT-1: one UpdateItem; answers what everybody has taken before. */
async function take(key: Key, amount: number, minute: string): Promise<number> {
  const { used } = await updateItem(key, {
    UpdateExpression: 'ADD used :amount SET expiresAt = :expires',
    ExpressionAttributeValues: { ':amount': amount, ':expires': Date.parse(`${minute}:00Z`) / 1000 + keptS },
  });
  return Number(used) - amount;
}

/** Says what was served and takes leave for more. A table that does not answer stops nobody: a limit is no door. */
async function ask(count: Count, key: Key, limit: number, minute: string): Promise<void> {
  const before = count.served - count.said;
  let granted = lease;
  try {
    const left = limit - before - (await take(key, before + lease, minute));
    granted = Math.min(lease, Math.max(0, left));
    count.said += before + lease;
    count.full = left <= 0;
  } catch (error) {
    logger.warn('requests could not be counted', { error: error as Error });
  }
  count.leave = count.served + granted;
  count.asking = undefined;
}

let minuteOf = '';
let counts = new Map<string, Count>();
function countOf(key: Key, minute: string): Count {
  if (minute !== minuteOf) [minuteOf, counts] = [minute, new Map()];
  const found = counts.get(key.pk) ?? { served: 0, leave: unsaid, said: 0, full: false };
  counts.set(key.pk, found);
  return found;
}

function refusal(now: string): AppError {
  const retryAfterS = Math.max(1, Math.ceil((minuteMs - (Date.parse(now) % minuteMs)) / 1000));
  return new AppError(
    'rate_limited',
    'rate_limited',
    'Too many requests in this minute; try again in the next.',
    {
      retryAfterS,
    },
  );
}

/**
 * Counts a request against what its API key (else its user) and its workspace may send in a minute of the gateway's clock;
 * throws `rate_limited` (429) when either is used up. The promise is that of a lease, where one is due: it never rejects, and
 * is to be awaited before the answer goes out, not before the operation, so that it costs the operation no time.
 *
 * Of one limit, processes that left their first 20 admit no more than the limit and one request each; every other process up
 * to 20. Less than the limit is admitted where processes hold leases that they do not use: up to 49 each.
 */
export function admit({ workspaceId, keyId, id }: Actor, now: string): Promise<unknown> | undefined {
  const minute = now.slice(0, 16);
  const { user, workspace } = limitsOf(workspaceId);
  const asked = [
    { who: keyId ?? id, limit: user },
    { who: 'ALL', limit: workspace },
  ]
    .filter(({ limit }) => limit > 0)
    .map(({ who, limit }) => {
      const key = { pk: `${workspacePk(workspaceId)}#LIMIT#${who}#${minute}`, sk: 'LIMIT' };
      return { key, limit, count: countOf(key, minute) };
    });
  if (asked.some(({ count }) => count.full && count.served >= count.leave)) throw refusal(now);
  const leases = asked.flatMap(({ key, limit, count }) => {
    count.served++;
    if (count.served <= count.leave) return [];
    count.asking ??= ask(count, key, limit, minute);
    return [count.asking];
  });
  return leases.length > 0 ? Promise.all(leases) : undefined;
}
