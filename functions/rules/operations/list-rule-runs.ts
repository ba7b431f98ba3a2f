import { operation } from '../../../shared/platform/api.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';
import { listRuleRunsRoute } from '../../../shared/rules/run-routes.ts';
import { runPage } from '../../../shared/rules/run-store.ts';

export const listRuleRunsOperation = operation(
  listRuleRunsRoute,
  async ({ actor, params, query: { status, ...page } }) => {
    const { workspaceId, id } = await ruleStore.get(actor.workspaceId, params.ruleId);
    return runPage(workspaceId, id, status, page);
  },
);
