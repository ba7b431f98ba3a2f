import type { Did } from '../activities/behaviour.ts';
import { dependsOn, type Facts, matches } from '../conditions/condition.ts';
import { askedFields } from '../conditions/fields.ts';
import type { Now } from '../conditions/moment.ts';
import type { Contact } from '../contacts/contact.ts';
import { mailKind } from './free-mail.ts';
import { didOf, type Reason } from './score-item.ts';
import type { EngagementRule, FitRule, ScoringRules } from './scoring-rules.ts';

type Rules = Pick<ScoringRules, 'base' | 'caps' | 'rules'>;
/** What a score is reckoned of: the contact, and what they did, before `now`. */
export type Known = { contact: Contact & Facts; did: readonly Did[] };

const dayMs = 86_400_000;
/** How often it counts that something was done: each time once, and half after each half-life. */
function decayed(did: readonly Did[], { did: what, halfLifeDays }: EngagementRule, now: string) {
  const ages = did
    .filter(([one, at]) => one === what && at <= now)
    .map(([, at]) => (Date.parse(now) - Date.parse(at)) / dayMs);
  return { sum: ages.reduce((sum, days) => sum + 0.5 ** (days / halfLifeDays), 0), times: ages.length };
}

function holds({ when, mail }: FitRule, { contact }: Known, now: Now): boolean {
  return when ? matches(when, contact, now) : mailKind(contact) === mail;
}
const fieldsOf = ({ when }: FitRule): string[] => (when ? askedFields(dependsOn(when)) : ['emails']);

/** Reasons of a group, in proportion, so that they come to no more than its cap. */
function capped(reasons: Reason[], cap: number): Reason[] {
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return sum > cap ? reasons.map((one) => ({ ...one, points: (one.points * cap) / sum })) : reasons;
}

/** What the rules say of a contact at a moment: 0 to 100, and why. Pure. */
export function scoreByRules({ base, caps, rules }: Rules, known: Known, now: Now) {
  const fit = rules.flatMap((rule): Reason[] =>
    rule.group === 'fit' && holds(rule, known, now)
      ? [{ name: rule.name, points: rule.points, of: fieldsOf(rule) }]
      : [],
  );
  const engagement = rules.flatMap((rule): Reason[] => {
    if (rule.group !== 'engagement') return [];
    const { sum, times } = decayed(known.did, rule, now.at);
    return times > 0 ? [{ name: rule.name, points: rule.points * sum, times, of: [didOf] }] : [];
  });
  const reasons = [...capped(fit, caps.fit), ...capped(engagement, caps.engagement)];
  const sum = reasons.reduce((total, { points }) => total + points, base);
  return { score: Math.min(100, Math.max(0, Math.round(sum))), reasons };
}
