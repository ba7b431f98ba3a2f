import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { pauseRule } from '../../../shared/rules/rule.ts';
import { pauseRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, saveEnded } from '../../../shared/rules/rule-store.ts';

export const pauseRuleOperation = operation(pauseRuleRoute, ({ params, match, body: _, ...by }) =>
  retryLostRace(async () => {
    const rule = await ruleStore.get(by.actor.workspaceId, params.ruleId);
    assertMatch(rule, match);
    const change = pauseRule(rule, by);
    if (!change) return rule;
    await saveEnded(change, by);
    return change.after;
  }),
);
