import * as z from 'zod';
import { Behaviour } from '../activities/behaviour.ts';
import { Condition, dependsOn } from '../conditions/condition.ts';
import { besideContacts } from '../conditions/fields.ts';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { builtinRules } from './builtin-rules.ts';

const mostRules = 60;
const mostBytes = 40_000;

const ruleId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Like `business_mail`.')
  .describe('A name of one’s own choosing, each once.');
const named = {
  id: ruleId,
  name: z.string().trim().min(1).max(100).describe('What is shown as the reason.'),
  points: z.int().min(-100).max(100),
};
const FitRule = z.strictObject({
  ...named,
  group: z.literal('fit'),
  when: Condition.optional().describe(
    'Holds of a contact: on its own fields and custom fields. Not on what is reckoned of it (`score`, `lastOrderAt`, `lastActivityAt`, …).',
  ),
  mail: z
    .enum(['free', 'business'])
    .optional()
    .describe('Of what kind the first e-mail address is; instead of `when`.'),
});
const EngagementRule = z.strictObject({
  ...named,
  group: z.literal('engagement'),
  did: Behaviour.describe('Each time that the contact did this.'),
  halfLifeDays: z
    .int()
    .min(1)
    .max(365)
    .describe('After so many days it counts half, after twice as many a quarter.'),
});
const ScoringRule = z.discriminatedUnion('group', [FitRule, EngagementRule]);
export type FitRule = z.infer<typeof FitRule>;
export type EngagementRule = z.infer<typeof EngagementRule>;

const most = z.int().min(0).max(100);
const fields = {
  base: most.default(0).describe('What everybody begins with.'),
  caps: z
    .strictObject({ fit: most.default(100), engagement: most.default(100) })
    .prefault({})
    .describe('What a group counts at most.'),
  hotFrom: z.int().min(1).max(100).default(70).describe('From this score on a lead is hot.'),
  outcomeField: z
    .string()
    .regex(/^[a-z][A-Za-z0-9_]{0,63}$/)
    .optional()
    .describe(
      'A yes/no custom field of contacts that says how it came out. Where none is named, a customer and a contact with a deal that was won came out well; a former customer, and one whose deals were all lost, did not.',
    ),
  rules: z.array(ScoringRule).max(mostRules),
};
/** By what a workspace reckons scores: one record, whose id follows from the workspace's. */
export const ScoringRules = z.object({ ...recordBase('scoring'), ...fields });
export type ScoringRules = z.infer<typeof ScoringRules>;
export const scoringRulesRecord = defineRecord('scoring', ScoringRules);
export const ScoringRulesBody = z.object({
  ...fields,
  version: z.int().describe('0: the built-in rules, which nobody has changed.'),
  updatedAt: z.iso.datetime().optional(),
});

/** As the API shows them. */
export const shownRules = ({ updatedAt, ...rules }: ScoringRules) => ({
  ...rules,
  ...(updatedAt && { updatedAt }),
});

const NewScoringRules = z.strictObject(fields);
export const ScoringRulesInput = NewScoringRules.superRefine(({ rules }, { addIssue }) => {
  const seen = new Set<string>();
  for (const [n, { id }] of rules.entries()) {
    if (seen.has(id))
      addIssue({ code: 'custom', path: ['rules', n, 'id'], message: 'Name each rule once.', input: id });
    seen.add(id);
  }
});
export type ScoringRulesInput = z.infer<typeof NewScoringRules>;

export const scoringRulesId = (workspaceId: string) => `sc_${workspaceId.slice('ws_'.length)}`;

/** Those that hold where a workspace has none of its own. */
export const rulesWhereNone = (workspaceId: string): ScoringRules => ({
  ...NewScoringRules.parse(builtinRules),
  id: scoringRulesId(workspaceId),
  workspaceId,
  version: 0,
  createdAt: '',
  updatedAt: '',
});

const reckoned = new Set(besideContacts);
/** What cannot be said of each rule by itself. Throws `validation_failed`. */
function assertSound({ rules }: ScoringRulesInput): void {
  for (const [n, rule] of rules.entries()) {
    if (rule.group !== 'fit') continue;
    if ((rule.when === undefined) === (rule.mail === undefined))
      throw invalidField(`/rules/${n}`, 'when_or_mail', 'A rule of fit has either `when` or `mail`.');
    const asked = rule.when && dependsOn(rule.when).find((path) => reckoned.has(path));
    if (asked)
      throw invalidField(
        `/rules/${n}/when`,
        'reckoned_field',
        `${asked} is reckoned of the contact: a score cannot go by it.`,
      );
  }
  if (Buffer.byteLength(JSON.stringify(rules)) > mostBytes)
    throw invalidField('/rules', 'too_big', `All rules together have at most ${mostBytes} bytes.`);
}

/** The rules as they are put in the place of those before: all of them. */
export function putScoringRules(
  before: ScoringRules,
  given: ScoringRulesInput,
  { actor, now }: Context,
): Kept<ScoringRules> {
  assertSound(given);
  const { workspaceId } = actor;
  if (before.version > 0) {
    const { id, version, createdAt, updatedAt } = before;
    const after = nextVersion({ id, workspaceId, version, createdAt, updatedAt, ...given }, {}, now);
    return { of: scoringRulesRecord, before, after, events: [] };
  }
  const base = { id: scoringRulesId(workspaceId), workspaceId, version: 1, createdAt: now, updatedAt: now };
  return { of: scoringRulesRecord, before: undefined, after: { ...base, ...given }, events: [] };
}
