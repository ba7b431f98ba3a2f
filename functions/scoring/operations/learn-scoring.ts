import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { noteLearning, readLearning } from '../../../shared/scoring/learning-store.ts';
import { learnScoringRoute } from '../../../shared/scoring/scoring-routes.ts';

export const learnScoringOperation = operation(learnScoringRoute, ({ actor: { workspaceId }, now }) =>
  retryLostRace(async () => {
    await noteLearning(workspaceId, await readLearning(workspaceId), { askedAt: now });
    return { askedAt: now };
  }),
);
