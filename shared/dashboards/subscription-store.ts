import { nameOf } from '../core/projection.ts';
import { workspaceKey } from '../identity/agenda-due.ts';
import { preferencesKey, preferencesOf } from '../identity/preferences.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItems } from '../platform/dynamo.ts';
import { versionConflict } from '../platform/record-store.ts';
import { type Subscription, type Subscriptions, subscriptionsKey, subscriptionsOf } from './subscriptions.ts';

/** DASH-5: what is mailed to somebody, and where they are; one BatchGet. */
export async function readSubscriptions(workspaceId: string, userId: string) {
  const keys = [
    subscriptionsKey(workspaceId, userId),
    preferencesKey(workspaceId, userId),
    workspaceKey(workspaceId),
  ];
  const items = await getItems(keys);
  const [kept, own, workspace] = keys.map((key) => items.get(nameOf(key)));
  const preferences = preferencesOf(own);
  const timeZone = preferences.timeZone ?? String(workspace?.timeZone ?? 'UTC');
  return { kept: subscriptionsOf(kept), timeZone, language: preferences.language };
}

/** DASH-5: stores them, if nobody has since those before were read; else `version_conflict`. */
export function subscriptionsWrite(
  workspaceId: string,
  userId: string,
  { version }: Subscriptions,
  all: readonly Subscription[],
): Write {
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...subscriptionsKey(workspaceId, userId), workspaceId, all, version: version + 1 };
  return { action: { Put: { Item, ...guard } }, refused: () => versionConflict('subscriptions of', userId) };
}

/** Changes them as `change` says of what is there. */
export const changeSubscriptions = (
  workspaceId: string,
  userId: string,
  change: (kept: Subscriptions) => Subscription[],
): Promise<{ all: Subscription[]; timeZone: string }> =>
  retryLostRace(async () => {
    const { kept, timeZone } = await readSubscriptions(workspaceId, userId);
    const all = change(kept);
    if (JSON.stringify(all) !== JSON.stringify(kept.all))
      await commit([subscriptionsWrite(workspaceId, userId, kept, all)]);
    return { all, timeZone };
  });
