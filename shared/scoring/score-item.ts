import * as z from 'zod';
import { type Item, type Key, nameOf, type Seen } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';

const Reason = z.object({
  name: z.string(),
  points: z.number(),
  /** How often it was done. */
  times: z.int().optional(),
  value: z.string().optional(),
  /** The fields of the contact that it tells of. */
  of: z.array(z.string()),
});
export type Reason = z.infer<typeof Reason>;
/** In place of a field: it tells of activities, for who may read those. */
export const didOf = 'activity';

/**
 * A contact's score, beside the contact rather than in it: a mail that is opened while somebody edits the contact fails no If-Match.
 * `version` counts its writes. What somebody sets on the contact by hand stands over it.
 */
const LeadScore = z.object({
  version: z.int(),
  score: z.int().optional(),
  rulesScore: z.int().optional(),
  by: z.enum(['rules', 'learned']).optional(),
  /** How likely they buy, where that was learned. */
  probability: z.number().optional(),
  reasons: z.array(Reason).default([]),
  /** What counts as hot; with the contact's own score, whether it is. */
  hotFrom: z.int().default(70),
  isHot: z.boolean().default(false),
  scoredAt: z.iso.datetime().optional(),
  /** Of the rules and of the model that it was reckoned by. */
  definition: z.string().optional(),
  /** When time alone will have made it another. */
  nextAt: z.iso.datetime().optional(),
});
export type LeadScore = z.infer<typeof LeadScore>;
/** Before the contact's own sort key, so that its page reads it along. */
export const scoreSk = 'ASSESSED';
/** The type of an item of somebody who is hot: becoming it is told as an event. */
export const hotType = 'hot_lead';
/** The same of anybody else: that it is another is told to who looks at it. */
export const scoredType = 'scored_lead';
export const scoreKey = (workspaceId: string, contactId: string): Key => ({
  pk: recordKey(workspaceId, 'contact', contactId).pk,
  sk: scoreSk,
});
export const leadScoreOf = (item: Item | undefined): LeadScore => LeadScore.parse(item ?? { version: 0 });

/** The score that a contact has: one that somebody set, else the reckoned one. Nobody has one who was erased. */
export function scoreShown(
  { score, erasedAt }: { score?: unknown; erasedAt?: unknown },
  item: Item | undefined,
): number | undefined {
  if (typeof score === 'number') return score;
  return erasedAt || typeof item?.score !== 'number' ? undefined : item.score;
}
/** The same for conditions. */
export function scoreFacts({ record, borrowed }: Seen): { score?: number } {
  const { pk, score: own, erasedAt } = record;
  const score = scoreShown({ score: own, erasedAt }, borrowed.get(nameOf({ pk, sk: scoreSk })));
  return score === undefined ? {} : { score };
}
