import type { ScoringRules, ScoringRulesInput } from '../../../../../client/src/index.ts';
import type { Saved } from '../parts/draft.ts';

type Rule = ScoringRules['rules'][number];
export type RuleGroup = Rule['group'];
/** A rule as it is typed: a number that was deleted is left out until another is. */
type Typed<R> = { [Name in keyof R]: R[Name] extends number ? number | undefined : R[Name] };
type Drafts = { [G in RuleGroup]: Typed<Extract<Rule, { group: G }>> };
export type RuleDraft<G extends RuleGroup = RuleGroup> = Drafts[G];

export type Values = {
  rules: RuleDraft[];
  base: number | undefined;
  fitCap: number | undefined;
  engagementCap: number | undefined;
  hotFrom: number | undefined;
  outcomeField: string | null;
};

export const savedOf = ({
  version,
  rules,
  base,
  caps: { fit: fitCap, engagement: engagementCap },
  hotFrom,
  outcomeField,
}: ScoringRules): Saved<Values> => ({
  version,
  values: { rules, base, fitCap, engagementCap, hotFrom, outcomeField: outcomeField ?? null },
});

/** All of it at once, as the API takes it; what lacks a number is the API's to refuse, at its place. */
export const bodyOf = ({ rules, base, fitCap, engagementCap, hotFrom, outcomeField }: Values) =>
  ({
    rules,
    base: base ?? null,
    caps: { fit: fitCap ?? null, engagement: engagementCap ?? null },
    hotFrom: hotFrom ?? null,
    ...(outcomeField && { outcomeField }),
  }) as ScoringRulesInput;

/** A name of its own for a rule that has none yet. */
function freeId(rules: readonly RuleDraft[]): string {
  const free = (count: number): string =>
    rules.some(({ id }) => id === `rule_${count}`) ? free(count + 1) : `rule_${count}`;
  return free(rules.length + 1);
}
export function newRule(rules: readonly RuleDraft[], group: RuleGroup): RuleDraft {
  const named = { id: freeId(rules), name: '', points: 5 };
  return group === 'fit' ? { ...named, group } : { ...named, group, did: 'form_submitted', halfLifeDays: 30 };
}

type Fault = { pointer: string; code: string; detail: string };
/** What the API says of each rule, by the rule's id and the part of it (`points`; `when` for what it asks): its place may be another by now. */
export function faultsByRule(
  rules: readonly RuleDraft[],
  faults: readonly Fault[],
): ReadonlyMap<string, Fault> {
  const by = new Map<string, Fault>();
  for (const fault of faults) {
    const [, list, at, part = 'when'] = fault.pointer.split('/');
    const rule = list === 'rules' ? rules[Number(at)] : undefined;
    if (rule && !by.has(`${rule.id} ${part}`)) by.set(`${rule.id} ${part}`, fault);
  }
  return by;
}
/** Where what is said of a number that is not the rules' stands in the body. */
export const pointers = {
  base: '/base',
  fitCap: '/caps/fit',
  engagementCap: '/caps/engagement',
  hotFrom: '/hotFrom',
  outcomeField: '/outcomeField',
} as const;
