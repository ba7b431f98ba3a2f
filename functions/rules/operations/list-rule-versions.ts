import { operation } from '../../../shared/platform/api.ts';
import { listRuleVersionsRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, versionPage } from '../../../shared/rules/rule-store.ts';

export const listRuleVersionsOperation = operation(
  listRuleVersionsRoute,
  async ({ actor, params, query }) => {
    const { workspaceId, id } = await ruleStore.get(actor.workspaceId, params.ruleId);
    return versionPage(workspaceId, id, query);
  },
);
