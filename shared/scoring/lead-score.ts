import type { Now } from '../conditions/moment.ts';
import { nextTurn } from '../conditions/next-turn.ts';
import { partsFor, probabilityFor } from '../learning/model.ts';
import { leadFeatures } from './lead-features.ts';
import { type Known, scoreByRules } from './rules-score.ts';
import { didOf, type LeadScore, type Reason } from './score-item.ts';
import type { ScoringModel } from './scoring-model.ts';
import type { ScoringRules } from './scoring-rules.ts';

type By = { rules: ScoringRules; model: ScoringModel; timeZone: string };
const mostReasons = 8;

const weightiest = (reasons: Reason[]): Reason[] =>
  reasons
    .map((one) => ({ ...one, points: Math.round(one.points) }))
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, mostReasons);

/** What is learned of a feature is told of the field that it is called after. */
const fieldsOf = (name: string): string[] => {
  const [field = '', part] = name.split('.');
  if (field === 'did') return [didOf];
  if (field === 'filled') return [];
  return field === 'custom' && part ? [field, `custom.${part}`] : [field];
};
const mostShown = 60;

type Reckoned = Pick<LeadScore, 'score' | 'rulesScore' | 'by' | 'probability' | 'reasons'>;
/** The score at a moment, by what was learned where that is used, else by the rules. Pure. */
function scoreAt({ rules, model: { model } }: By, known: Known, now: Now): Reckoned {
  const byRules = scoreByRules(rules, known, now);
  const rulesScore = byRules.score;
  if (!model) return { score: rulesScore, rulesScore, by: 'rules', reasons: weightiest(byRules.reasons) };
  const row = leadFeatures(known.contact, known.did, now.at);
  const probability = probabilityFor(model, row);
  const reasons = partsFor(model, row).map(({ name, value, points }) => ({
    name,
    points,
    ...(value !== undefined && { value: String(value).slice(0, mostShown) }),
    of: fieldsOf(name),
  }));
  return {
    score: Math.round(100 * probability),
    rulesScore,
    by: 'learned',
    probability: Math.round(1000 * probability) / 1000,
    reasons: weightiest(reasons),
  };
}

const dayMs = 86_400_000;
const after = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString();
const looks = [1, 2, 4, 8, 16, 32, 64, 128];
/** The first of the coming days on which the score is another, as far as four months ahead; behind that nobody looks. */
function dayOfChange(by: By, known: Known, now: Now, score: number | undefined): string | undefined {
  const isOther = (days: number) => scoreAt(by, known, { ...now, at: after(now.at, days) }).score !== score;
  const found = known.did.length === 0 ? undefined : looks.find(isOther);
  if (found === undefined) return undefined;
  let [low, high] = [Math.floor(found / 2), found];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isOther(middle)) high = middle;
    else low = middle;
  }
  return after(now.at, high);
}

/** When time alone may make the score another: what was done counts less from day to day, and conditions name days. */
function nextChange(by: By, known: Known, now: Now, score: number | undefined): string | undefined {
  const turns = by.rules.rules.flatMap((rule) =>
    rule.group === 'fit' && rule.when ? (nextTurn(rule.when, known.contact, now) ?? []) : [],
  );
  return [...turns, ...[dayOfChange(by, known, now, score)].flatMap((day) => day ?? [])].toSorted()[0];
}

export const definitionOf = ({ rules, model }: Pick<By, 'rules' | 'model'>) =>
  `${rules.version}.${model.version}`;

/** What is to be kept beside a contact; `version` is the writer's to count. Pure. */
export function reckonLead(by: By, known: Known, at: string): Omit<LeadScore, 'version'> {
  const { contact } = known;
  const { hotFrom } = by.rules;
  if (contact.erasedAt) return { reasons: [], hotFrom, isHot: false };
  const now = { at, timeZone: by.timeZone };
  const reckoned = scoreAt(by, known, now);
  const nextAt = nextChange(by, known, now, reckoned.score);
  return {
    ...reckoned,
    hotFrom,
    isHot: (contact.score ?? reckoned.score ?? 0) >= hotFrom,
    scoredAt: at,
    definition: definitionOf(by),
    ...(nextAt && { nextAt }),
  };
}

const told = ({ score, by, probability, reasons, hotFrom, isHot }: Omit<LeadScore, 'version'>) =>
  JSON.stringify([
    score,
    by,
    probability,
    reasons.map(({ name, points, value }) => [name, points, value]),
    hotFrom,
    isHot,
  ]);
/**
 * Whether a reckoning says anything new: another score, or another reason for it; or that time changes it earlier than was
 * thought. How often something was done alone is no news.
 */
export function isNews(kept: LeadScore, next: Omit<LeadScore, 'version'>): boolean {
  if (kept.version === 0 && next.nextAt === undefined)
    return next.reasons.length > 0 || (next.score ?? 0) > 0 || next.isHot || next.hotFrom !== 70;
  if (told(kept) !== told(next)) return true;
  const isOver = kept.nextAt !== undefined && kept.nextAt <= (next.scoredAt ?? '');
  return isOver || (next.nextAt ?? '~') < (kept.nextAt ?? '~');
}
