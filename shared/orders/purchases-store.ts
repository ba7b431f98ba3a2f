import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { readCounters } from '../platform/projection-store.ts';
import { boughtPk } from './order-projection.ts';
import { purchasesOf, purchasesSk, reckoned } from './purchases.ts';

const keyOf = (workspaceId: string, contactId: string): Key => ({
  pk: recordKey(workspaceId, 'contact', contactId).pk,
  sk: purchasesSk,
});

/** The refusal that `retryLostRace` takes up. */
const raceLost = () =>
  new AppError(
    'conflict',
    'version_conflict',
    'Another order of the contact was reckoned at the same moment.',
  );

/**
 * ORDER-4: writes beside a contact what their orders come to, if that has changed: the item, three Queries, and a write. The item
 * is read first, so that of two that reckon at once the one that saw less is refused. Throws `version_conflict`.
 */
export async function reckonPurchases(workspaceId: string, contactId: string): Promise<void> {
  const key = keyOf(workspaceId, contactId);
  const before = purchasesOf(await getItem(key));
  const pk = boughtPk(workspaceId, contactId);
  const one = (newestFirst: boolean) => queryItems({ pk, to: 'A', newestFirst, limit: 1, consistent: true }); // counters lie behind
  const [newest, oldest, sums] = await Promise.all([one(true), one(false), readCounters(pk)]);
  const { version, ...known } = before;
  const now = reckoned(newest.items[0], oldest.items[0], sums);
  if (canonical(known) === canonical(now)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...now, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
