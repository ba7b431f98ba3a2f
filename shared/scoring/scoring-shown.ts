import * as z from 'zod';
import type { Item } from '../core/projection.ts';
import { hiddenFields, isHiddenIn, reachOf, type Who } from '../core/rights.ts';
import { didOf, leadScoreOf, scoreShown, scoreSk } from './score-item.ts';

/** What a score is made of, as a contact's page shows it. */
export const ScoringShown = z.object({
  score: z.int().describe('As it is reckoned; what somebody has set as `score` stands over it.'),
  by: z
    .enum(['rules', 'learned'])
    .describe('By the workspace’s rules, or by what was learned of its outcomes.'),
  probability: z.number().optional().describe('How likely they buy, from 0 to 1, where that was learned.'),
  reasons: z
    .array(
      z.object({
        name: z.string().describe('The rule’s name; of what was learned, the field.'),
        points: z.int(),
        times: z.int().optional().describe('How often they did it, of their newest 50 activities.'),
        value: z.string().optional().describe('Of what was learned: what the field says.'),
      }),
    )
    .describe(
      'The weightiest first, at most 8, without those that would tell of a field that is hidden from you.',
    ),
  scoredAt: z.iso.datetime().describe('When it last became another.'),
});

type Contact = {
  id: string;
  ownerId?: string | undefined;
  score?: number | undefined;
  erasedAt?: string | undefined;
};
/** A contact's score with its reasons, for who may see it; the route's veil takes out the score itself. */
export function scoringFor(who: Who, contact: Contact, beside: readonly Item[]) {
  const item = beside.find(({ sk }) => sk === scoreSk);
  const shown = scoreShown(contact, item);
  const score = shown === undefined ? {} : { score: shown };
  const { score: reckoned, by, probability, reasons, scoredAt } = leadScoreOf(item);
  const hidden = hiddenFields(who, 'contact', contact.ownerId);
  const isHidden = contact.erasedAt || hidden.has('score');
  if (isHidden || reckoned === undefined || !by || !scoredAt) return score;
  const readsActivities = reachOf(who, 'activity', 'read').reach !== 'none';
  const isTold = (field: string) => (field === didOf ? readsActivities : !isHiddenIn(hidden, field));
  const told = reasons.filter(({ of }) => of.every(isTold));
  return { ...score, scoring: { score: reckoned, by, probability, reasons: told, scoredAt } };
}
