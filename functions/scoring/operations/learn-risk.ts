import { operation } from '../../../shared/platform/api.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { learnRiskRoute } from '../../../shared/scoring/scoring-routes.ts';

/** Whoever has left is noted beside each customer first; then it is learned from. May be asked again while it goes on. */
export const learnRiskOperation = operation(learnRiskRoute, async ({ actor, now }) => {
  await queueLooks([{ risks: { workspaceId: actor.workspaceId, thenLearn: true } }]);
  return { purpose: 'risk' as const, askedAt: now };
});
