import { operation } from '../../../shared/platform/api.ts';
import { getRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';

export const getRuleOperation = operation(getRuleRoute, ({ actor, params }) =>
  ruleStore.get(actor.workspaceId, params.ruleId),
);
