import type { Item, Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
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
