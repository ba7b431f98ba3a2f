import { operation } from '../../../shared/platform/api.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';
import { getRuleRunRoute } from '../../../shared/rules/run-routes.ts';
import { getRun } from '../../../shared/rules/run-store.ts';

export const getRuleRunOperation = operation(getRuleRunRoute, async ({ actor, params }) => {
  const { workspaceId, id: ruleId } = await ruleStore.get(actor.workspaceId, params.ruleId);
  return getRun({ workspaceId, ruleId, id: params.runId });
});
