import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { assertPublishable } from '../../../shared/rules/publishable-store.ts';
import { publishRule } from '../../../shared/rules/rule.ts';
import { publishRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, savePublished } from '../../../shared/rules/rule-store.ts';
import { assertSettable } from '../running/patch-record.ts';

export const publishRuleOperation = operation(publishRuleRoute, async ({ params, match, body: _, ...by }) => {
  const { workspaceId } = by.actor;
  await makePresets(workspaceId);
  return await retryLostRace(async () => {
    const rule = await ruleStore.get(workspaceId, params.ruleId);
    assertMatch(rule, match);
    const kind = await assertPublishable(by.actor, rule.draft);
    assertSettable(kind, rule.draft);
    return await savePublished(publishRule(rule, by), kind, by);
  });
});
