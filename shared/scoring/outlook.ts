import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import type { Item } from '../core/projection.ts';
import { hiddenFields, type Who } from '../core/rights.ts';
import { RiskShown, riskFor } from '../risk/risk-shown.ts';
import { leadScoreOf, scoreSk } from './score-item.ts';
import { ScoringShown, scoringFor } from './scoring-shown.ts';

/** @public */
export const ScoreBand = z.enum(['hot', 'warm', 'cold']);
export type ScoreBand = z.infer<typeof ScoreBand>;

/** What lists and boards say of a contact beside its fields: how ready it is to buy, and how likely it leaves. */
export const Outlook = z.object({
  contactId: idOf('contact'),
  score: z.int().optional().describe('The contact’s field `score`.'),
  band: ScoreBand.optional().describe(
    'Of the score: `hot` from `hotFrom` of the rules on, `warm` from half of it on.',
  ),
  scoring: ScoringShown.optional().describe('What the score is made of; for who may see `score`.'),
  risk: RiskShown.optional().describe(
    'How likely a customer leaves, why, and when they are best spoken to next; for who may read every order.',
  ),
});
export type Outlook = z.infer<typeof Outlook>;

const bandOf = (score: number, hotFrom: number): ScoreBand => {
  if (score >= hotFrom) return 'hot';
  return score >= hotFrom / 2 ? 'warm' : 'cold';
};

type Contact = {
  id: string;
  ownerId?: string | undefined;
  score?: number | undefined;
  erasedAt?: string | undefined;
};
/** For a reader, of what lies beside a contact that they see, on a day: without what is hidden from them. */
export function outlookOf(who: Who, contact: Contact, beside: readonly Item[], today: string): Outlook {
  const isHidden = hiddenFields(who, 'contact', contact.ownerId).has('score');
  const scored: Pick<Outlook, 'score' | 'scoring'> = isHidden ? {} : scoringFor(who, contact, beside);
  const { hotFrom } = leadScoreOf(beside.find(({ sk }) => sk === scoreSk));
  const risk = riskFor(who, contact, beside, today);
  return {
    contactId: contact.id,
    ...scored,
    ...(scored.score !== undefined && { band: bandOf(scored.score, hotFrom) }),
    ...(risk && { risk }),
  };
}
