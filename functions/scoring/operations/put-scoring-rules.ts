import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { invalidField } from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { readCatalogue } from '../../../shared/fields/field-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readScoringRules, scoringRulesStore } from '../../../shared/scoring/lead-score-store.ts';
import { putScoringRulesRoute } from '../../../shared/scoring/scoring-routes.ts';
import {
  putScoringRules,
  type ScoringRulesInput,
  shownRules,
} from '../../../shared/scoring/scoring-rules.ts';

/** What the rules ask for is what this actor may ask of contacts, and the outcome a field that says yes or no. */
async function assertMayPut(actor: Actor, { rules, outcomeField }: ScoringRulesInput): Promise<void> {
  for (const [n, rule] of rules.entries())
    if (rule.group === 'fit' && rule.when)
      await assertMayAskFor(actor, 'contact', rule.when, `/rules/${n}/when`);
  if (outcomeField === undefined) return;
  const { fields } = await readCatalogue(actor.workspaceId, 'contact');
  const field = fields.find(({ key }) => key === outcomeField);
  if (field && field.type !== 'checkbox')
    throw invalidField('/outcomeField', 'not_yes_or_no', `${outcomeField} is no yes/no field.`);
}

export const putScoringRulesOperation = operation(putScoringRulesRoute, ({ body, match, ...by }) =>
  retryLostRace(async () => {
    const before = await readScoringRules(by.actor.workspaceId);
    assertMatch(before, match);
    await assertMayPut(by.actor, body);
    const change = putScoringRules(before, body, by);
    if (changesNothing(change)) return shownRules(before);
    await scoringRulesStore.save(change, by);
    return shownRules(change.after);
  }),
);
