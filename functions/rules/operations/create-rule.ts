import { operation } from '../../../shared/platform/api.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { createRule } from '../../../shared/rules/rule.ts';
import { createRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { assertRoomForRule, saveRule } from '../../../shared/rules/rule-store.ts';

export const createRuleOperation = operation(createRuleRoute, async ({ body, ...by }) => {
  const change = createRule(body, by);
  await makePresets(by.actor.workspaceId);
  await assertRoomForRule(by.actor.workspaceId);
  return saveRule(change, by);
});
