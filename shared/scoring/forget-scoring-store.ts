import type { Item } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit } from '../platform/commit.ts';
import { getItem } from '../platform/dynamo.ts';
import { versionConflict } from '../platform/record-store.ts';
import { outcomeSk } from './outcome.ts';
import { scoreSk } from './score-item.ts';

const tells = ({ score, outcome }: Item) => score !== undefined || outcome !== undefined;

async function forget(workspaceId: string, contactId: string, sk: string): Promise<void> {
  const key = { pk: recordKey(workspaceId, 'contact', contactId).pk, sk };
  const item = await getItem(key);
  if (!item || !tells(item)) return;
  const { version } = item;
  const guard = {
    ConditionExpression: 'version = :before',
    ExpressionAttributeValues: { ':before': version },
  };
  const Item = { ...key, workspaceId, contactId, version: Number(version) + 1 };
  const refused = () => versionConflict('score of', contactId);
  await commit([{ action: { Put: { Item, ...guard } }, refused }]);
}

/**
 * SCORE-4, SCORE-6: empties what lies beside somebody who was erased: their reasons and what was known of them. The items stay, as
 * projections count their versions. May be repeated.
 */
export async function forgetScoring(workspaceId: string, contactId: string): Promise<void> {
  for (const sk of [scoreSk, outcomeSk]) await retryLostRace(() => forget(workspaceId, contactId, sk));
}
