import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { patchRule } from '../../../shared/rules/rule.ts';
import { patchRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, saveRule } from '../../../shared/rules/rule-store.ts';

export const patchRuleOperation = operation(patchRuleRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const rule = await ruleStore.get(by.actor.workspaceId, params.ruleId);
    assertMatch(rule, match);
    return await saveRule(patchRule(rule, body, by), by);
  }),
);
