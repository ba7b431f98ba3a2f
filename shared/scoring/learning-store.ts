import { canonical } from '../core/canonical.ts';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { versionConflict } from '../platform/record-store.ts';
import { learnedFrom, type ScoredExample } from './learned.ts';
import { type Learning, learningAskedType, learningOf, learningSk, woken } from './learning.ts';
import { trainingPk } from './outcome.ts';
import type { ScoringModel } from './scoring-model.ts';
import { readScoringModels, scoringModelWrite } from './scoring-store.ts';

const keyOf = (workspaceId: string): Key => ({
  pk: recordKey(workspaceId, 'workspace', workspaceId).pk,
  sk: learningSk,
});
/** SCORE-8: when a workspace was last asked to learn; one GetItem. */
export const readLearning = async (workspaceId: string): Promise<Learning> =>
  learningOf(await getItem(keyOf(workspaceId)));

/** Notes when to look again, and with `askedAt` that the workspace is to learn. Throws `version_conflict` where somebody else has since. */
export async function noteLearning(
  workspaceId: string,
  before: Learning,
  next: Partial<Omit<Learning, 'version'>>,
): Promise<void> {
  const { version } = before;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const isAsked = next.askedAt !== undefined && next.askedAt !== before.askedAt;
  const Item = {
    ...keyOf(workspaceId),
    ...before,
    ...next,
    workspaceId,
    version: version + 1,
    ...(isAsked && { type: learningAskedType }),
  };
  await commit([
    { action: { Put: { Item, ...guard } }, refused: () => versionConflict('learning of', workspaceId) },
  ]);
}

/** SCORE-8: outcomes become others, so that it is looked in a day whether to learn anew; nothing where that is noted. One GetItem. */
export async function wakeLearning(workspaceId: string, now: string): Promise<void> {
  const learning = await readLearning(workspaceId);
  const next = woken(learning, now);
  if (next) await noteLearning(workspaceId, learning, next);
}

const mostExamples = 10_000;
/** SCORE-7: what leads are learned from, the newest 10,000; a Query for 1 MB of it. */
async function examplesOf(workspaceId: string): Promise<ScoredExample[]> {
  const examples: ScoredExample[] = [];
  let after: Key | undefined;
  do {
    const limit = mostExamples - examples.length;
    const range = { pk: trainingPk(workspaceId), newestFirst: true, limit, after, consistent: true };
    const { items, last } = await queryItems(range);
    for (const { id, outcome, row, late, rulesScore } of items)
      examples.push({ id, outcome, row, late, rulesScore } as never);
    after = last;
  } while (after && examples.length < mostExamples);
  return examples;
}

/** What changes scores: not how sure of them one is. */
const isSame = (a: ScoringModel, b: Omit<ScoringModel, 'version'>) =>
  canonical(a.model ?? {}) === canonical(b.model ?? {});

/**
 * SCORE-1: learns from what came out, and keeps it with its card: where it changes scores, all are reckoned anew. The same outcomes
 * give the same, so that it may be done again. Throws `version_conflict` where somebody else has learned since.
 */
export async function learnLeads(workspaceId: string, now: string): Promise<void> {
  const [before] = await readScoringModels(workspaceId, ['lead']);
  if (!before) return;
  const next = learnedFrom('lead', await examplesOf(workspaceId), now);
  await commit([scoringModelWrite(workspaceId, before, next, isSame(before, next))]);
}
