import { activityRecord } from '../activities/activity.ts';
import { contactActivitiesPk } from '../activities/activity-projection.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { recordStore } from '../platform/record-store.ts';
import { touchFrom, touchOf, touchSk } from './contact-touch.ts';

const mostLooked = 50; // of what was logged last, one of ours is nearly always among them
const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Another activity of the contact came at the same moment.');

/**
 * CONTACT-6: writes beside a contact what last happened with them, if that has changed: the item, a Query, a BatchGet and a
 * write. The item is read first, so that of two at once the one that saw less is refused. Throws `version_conflict`.
 */
export async function touchContact(workspaceId: string, contactId: string, now: string): Promise<void> {
  const key = { pk: recordKey(workspaceId, 'contact', contactId).pk, sk: touchSk };
  const { version, ...known } = touchOf(await getItem(key));
  const pk = contactActivitiesPk(workspaceId, contactId);
  const { items } = await queryItems({ pk, newestFirst: true, limit: mostLooked, consistent: true });
  const ids = items.map(({ id }) => String(id));
  const activities = ids.length > 0 ? await recordStore(activityRecord).getMany(workspaceId, ids) : [];
  const touch = touchFrom(
    activities.filter(({ deletedAt }) => !deletedAt),
    now,
  );
  if (canonical(known) === canonical(touch)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...touch, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
