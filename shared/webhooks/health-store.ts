import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { updateItem } from '../platform/dynamo.ts';
import type { Webhook } from './webhook.ts';

const mostFailingDays = 3;

type Named = Pick<Webhook, 'workspaceId' | 'id'>;
/** Since when nothing has reached a webhook's target; no item while all is well. */
export const healthKey = ({ workspaceId, id }: Named): Key => ({
  pk: recordKey(workspaceId, 'webhook', id).pk,
  sk: 'HEALTH',
});
export const failingSinceOf = (item: Item | undefined): string | undefined =>
  typeof item?.failingSince === 'string' ? item.failingSince : undefined;

/** Whether a target that is given up on has been out of reach for so long that it is to be left alone. */
export const isLost = (failingSince: string | undefined, now: string): boolean =>
  failingSince !== undefined && Date.parse(now) - Date.parse(failingSince) >= mostFailingDays * 86_400_000;

const ms = { failingBefore: 60_000, probe: 20_000, rest: 2000 };
const later = (now: string, by: number) => new Date(Date.parse(now) + by).toISOString();
/** Whether a target fails for longer than a moment: then one post at a time finds out whether it does still. */
export const isStuck = (health: Item | undefined, now: string): boolean => {
  const since = failingSinceOf(health);
  return since !== undefined && later(since, ms.failingBefore) <= now;
};
/**
 * Takes the turn to try a target that is stuck, for longer than a post may take; whoever dies leaves it to the next then. False
 * where another has it.
 */
export async function takeTurn(webhook: Named, now: string): Promise<boolean> {
  try {
    await updateItem(healthKey(webhook), {
      UpdateExpression: 'SET probingUntil = :until',
      ConditionExpression: 'attribute_not_exists(probingUntil) OR probingUntil < :now',
      ExpressionAttributeValues: { ':until': later(now, ms.probe), ':now': now },
    });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
/**
 * Ends the turn in which a target failed again. It rests for a moment: what was asked for at the same time is put off, rather than tried
 * one after another for the same answer.
 */
export const endTurn = (webhook: Named, now: string): Write => ({
  action: {
    Update: {
      Key: healthKey(webhook),
      UpdateExpression: 'SET probingUntil = :until',
      ExpressionAttributeValues: { ':until': later(now, ms.rest) },
    },
  },
});

export const itIsWell = (webhook: Named): Write => ({ action: { Delete: { Key: healthKey(webhook) } } });
export const itFails = (webhook: Named, now: string): Write => ({
  action: {
    Update: {
      Key: healthKey(webhook),
      UpdateExpression: 'SET failingSince = if_not_exists(failingSince, :now)',
      ExpressionAttributeValues: { ':now': now },
    },
  },
});
