import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertPublishable } from '../../../shared/rules/publishable-store.ts';
import { resumeRule } from '../../../shared/rules/rule.ts';
import { resumeRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore, saveResumed, versionOf } from '../../../shared/rules/rule-store.ts';

/** Whoever lets a rule act again is one who could have had it act. */
export const resumeRuleOperation = operation(resumeRuleRoute, ({ params, match, body: _, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const rule = await ruleStore.get(workspaceId, params.ruleId);
    assertMatch(rule, match);
    const change = resumeRule(rule, by);
    if (!change) return rule;
    const { definition } = await versionOf(workspaceId, rule.id, rule.live?.number ?? 0);
    return await saveResumed(change, await assertPublishable(by.actor, definition), by);
  }),
);
