import { AppError } from '../core/errors.ts';
import type { Write } from '../platform/commit.ts';
import { type KeptPreferences, preferencesKey } from './preferences.ts';

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Your preferences were changed at the same moment.');

/** Stores preferences, if nobody has since those before were read. */
export function preferencesWrite(
  workspaceId: string,
  userId: string,
  before: KeptPreferences,
  after: KeptPreferences,
): Write {
  const guard =
    before.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        };
  const Item = { ...after, ...preferencesKey(workspaceId, userId) };
  return { action: { Put: { Item, ...guard } }, refused: raceLost };
}
/** They go with their user. */
export const preferencesGo = (workspaceId: string, userId: string): Write => ({
  action: { Delete: { Key: preferencesKey(workspaceId, userId) } },
});
