import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { idsMeant } from '../platform/merged.ts';
import { readCounters } from '../platform/projection-store.ts';
import { boughtPk } from './order-projection.ts';
import { mostRemembered, purchasesOf, purchasesSk, reckoned, together } from './purchases.ts';

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

/** What the orders of one id come to: three Queries. */
async function boughtBy(workspaceId: string, contactId: string) {
  const pk = boughtPk(workspaceId, contactId);
  const orders = { pk, to: 'A', consistent: true }; // counters lie behind
  const [newest, oldest, sums] = await Promise.all([
    queryItems({ ...orders, newestFirst: true, limit: mostRemembered }),
    queryItems({ ...orders, limit: 1 }),
    readCounters(pk),
  ]);
  return reckoned(newest.items, oldest.items[0], sums);
}

/**
 * ORDER-4: writes beside a contact what their orders come to, if that has changed: MERGE-1, the item, three
 * Queries for each of their ids, and a write. Of one that was merged, beside the contact that it was merged into. The item
 * is read first, so that of two that reckon at once the one that saw less is refused. Throws `version_conflict`.
 */
export async function reckonPurchases(workspaceId: string, contactId: string): Promise<void> {
  const ids = await idsMeant(workspaceId, 'contact', contactId);
  const key = keyOf(workspaceId, ids[0]);
  const before = purchasesOf(await getItem(key));
  const { version, ...known } = before;
  const now = together(await Promise.all(ids.map((id) => boughtBy(workspaceId, id))));
  if (canonical(known) === canonical(now)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...now, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
