import { operation } from '../../../shared/platform/api.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { rulePage } from '../../../shared/rules/rule-page-store.ts';
import { listRulesRoute } from '../../../shared/rules/rule-routes.ts';

export const listRulesOperation = operation(listRulesRoute, async ({ actor, query }) => {
  await makePresets(actor.workspaceId);
  return rulePage(actor.workspaceId, query);
});
