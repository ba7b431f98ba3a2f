import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deleteRule } from '../../../shared/rules/rule.ts';
import { deleteRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, saveEnded } from '../../../shared/rules/rule-store.ts';

export const deleteRuleOperation = operation(deleteRuleRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const rule = await ruleStore.get(by.actor.workspaceId, params.ruleId);
    assertMatch(rule, match);
    await saveEnded(deleteRule(rule), by);
    return undefined;
  }),
);
