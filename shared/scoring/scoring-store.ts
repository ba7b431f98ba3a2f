import { nameOf } from '../core/projection.ts';
import type { Write } from '../platform/commit.ts';
import { getItems } from '../platform/dynamo.ts';
import { versionConflict } from '../platform/record-store.ts';
import { type ScoringModel, type ScoringPurpose, scoringModelKey, scoringModelOf } from './scoring-model.ts';

/** SCORE-1: what a workspace has learned for these purposes; one BatchGet. */
export async function readScoringModels(
  workspaceId: string,
  purposes: readonly ScoringPurpose[],
): Promise<ScoringModel[]> {
  const keyOf = (purpose: ScoringPurpose) => scoringModelKey(workspaceId, purpose);
  const items = await getItems(purposes.map(keyOf));
  return purposes.map((purpose) => scoringModelOf(items.get(nameOf(keyOf(purpose))), purpose));
}

/** Puts what was learned in the place of what was read; `version_conflict` where somebody else has learned since. */
export function scoringModelWrite(
  workspaceId: string,
  { version }: ScoringModel,
  next: Omit<ScoringModel, 'version'>,
): Write {
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...next, ...scoringModelKey(workspaceId, next.purpose), workspaceId, version: version + 1 };
  return {
    action: { Put: { Item, ...guard } },
    refused: () => versionConflict('scoring', workspaceId),
  };
}
