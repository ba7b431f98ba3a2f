import { contactActivitiesPk, contactTouchesPk } from '../activities/activity-projection.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { type ContactTouch, touchOf, touchSk } from './contact-touch.ts';

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Another activity of the contact came at the same moment.');

/** The moment of an entry, which its sort key begins with. */
const momentOf = ({ items }: Awaited<ReturnType<typeof queryItems>>) => items[0]?.sk.split('#')[0];

/** What the lists of a contact's activities say at a moment (ISO 8601): three Queries of one entry each. */
async function reckoned(
  workspaceId: string,
  contactId: string,
  now: string,
): Promise<Omit<ContactTouch, 'version'>> {
  const activities = contactActivitiesPk(workspaceId, contactId);
  const until = { to: `${now}~`, newestFirst: true, limit: 1, consistent: true };
  const [last, touch, next] = await Promise.all([
    queryItems({ pk: activities, ...until }),
    queryItems({ pk: contactTouchesPk(workspaceId, contactId), ...until }),
    queryItems({ pk: activities, from: `${now}~`, limit: 1, consistent: true }),
  ]);
  const found = { lastActivityAt: momentOf(last), lastTouchedAt: momentOf(touch), nextAt: momentOf(next) };
  return Object.fromEntries(Object.entries(found).filter(([, at]) => at !== undefined));
}

/**
 * CONTACT-6: writes beside a contact what last happened with them, if that has changed: the item, three Queries of one entry and a
 * write. The item is read first, so that of two at once the one that saw less is refused. Throws `version_conflict`.
 */
export async function touchContact(workspaceId: string, contactId: string, now: string): Promise<void> {
  const key = { pk: recordKey(workspaceId, 'contact', contactId).pk, sk: touchSk };
  const { version, ...known } = touchOf(await getItem(key));
  const touch = await reckoned(workspaceId, contactId, now);
  if (canonical(known) === canonical(touch)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...touch, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
