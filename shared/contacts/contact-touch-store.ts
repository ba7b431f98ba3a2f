import { contactActivitiesPk, contactTouchesPk } from '../activities/activity-projection.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems, type Range } from '../platform/dynamo.ts';
import { type Ids, idsMeant } from '../platform/merged.ts';
import { type ContactTouch, touchOf, touchSk } from './contact-touch.ts';

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Another activity of the contact came at the same moment.');

/** The moment of an entry, which its sort key begins with. */
const momentOf = ({ items }: Awaited<ReturnType<typeof queryItems>>) => items[0]?.sk.split('#')[0];

/** What the lists of a contact's activities say at a moment (ISO 8601): three Queries of one entry for each of its ids. */
async function reckoned(workspaceId: string, ids: Ids, now: string): Promise<Omit<ContactTouch, 'version'>> {
  const until = { to: `${now}~`, newestFirst: true, limit: 1, consistent: true };
  const each = async (pks: string[], range: Omit<Range, 'pk'>) =>
    (await Promise.all(pks.map((pk) => queryItems({ pk, ...range })))).flatMap((one) => momentOf(one) ?? []);
  const activities = ids.map((id) => contactActivitiesPk(workspaceId, id));
  const touches = ids.map((id) => contactTouchesPk(workspaceId, id));
  const [last, touch, next] = await Promise.all([
    each(activities, until),
    each(touches, until),
    each(activities, { from: `${now}~`, limit: 1, consistent: true }),
  ]);
  const found = {
    lastActivityAt: last.toSorted().at(-1),
    lastTouchedAt: touch.toSorted().at(-1),
    nextAt: next.toSorted().at(0),
  };
  return Object.fromEntries(Object.entries(found).filter(([, at]) => at !== undefined));
}

/**
 * CONTACT-6: writes beside a contact what last happened with them, if that has changed: MERGE-1, the item, three Queries of one
 * entry for each of its ids, and a write. Of one that was merged, beside the contact that it was merged into. The item is read first, so that of two at once the one that saw less is refused. Throws `version_conflict`.
 */
export async function touchContact(workspaceId: string, contactId: string, now: string): Promise<void> {
  const ids = await idsMeant(workspaceId, 'contact', contactId);
  const key = { pk: recordKey(workspaceId, 'contact', ids[0]).pk, sk: touchSk };
  const { version, ...known } = touchOf(await getItem(key));
  const touch = await reckoned(workspaceId, ids, now);
  if (canonical(known) === canonical(touch)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...touch, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
