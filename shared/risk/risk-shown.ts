import * as z from 'zod';
import { daysFrom } from '../core/local-day.ts';
import type { Item } from '../core/projection.ts';
import { reachOf, type Who } from '../core/rights.ts';
import { seesPurchases } from '../orders/purchases.ts';
import { NextContactWhy, shiftedTo } from './next-contact.ts';
import { RiskBand, riskOf, riskSk, StoredReason } from './risk.ts';
import { wordsFor, wordsForContact } from './risk-words.ts';

const days = z.int().optional().describe('Since `on`.');
export const RiskShown = z.object({
  value: z.int().min(0).max(100),
  band: RiskBand.describe('`high` from 65 on, `medium` from 35 on.'),
  isLearned: z.boolean().describe('Whether it is reckoned by what the workspace’s own customers did.'),
  reasons: z
    .array(StoredReason.extend({ days, text: z.string() }))
    .describe('The weightiest first; `points` of the hundred that each adds or takes away.'),
  medianGapDays: z.number().optional().describe('Half of the spans between their orders are no longer.'),
  nextContactOn: z.iso.date().optional().describe('When they are best spoken to next; never in the past.'),
  nextContactReason: NextContactWhy.extend({ text: z.string() }).optional(),
});
export type RiskShown = z.infer<typeof RiskShown>;

/** Who may not read every ticket is not told how many there are, and who reads no activities not of what was heard. */
function mayBeTold(who: Who): (reason: { code: string }) => boolean {
  const readsTickets = reachOf(who, 'ticket', 'read').reach === 'all';
  const readsActivities = reachOf(who, 'activity', 'read').reach !== 'none';
  return ({ code }) => {
    if (code === 'tickets') return readsTickets;
    return readsActivities || (code !== 'silent' && code !== 'rating');
  };
}

/**
 * How likely a contact leaves, for who may see what was bought, by what lies beside it and in words of the day (a date) on which it
 * is read. Who was erased has none.
 */
export function riskFor(
  who: Who,
  { erasedAt }: { erasedAt?: string | undefined },
  beside: readonly Item[],
  today: string,
): RiskShown | undefined {
  if (erasedAt || !seesPurchases(who)) return undefined;
  const stored = riskOf(beside.find(({ sk }) => sk === riskSk));
  const { risk, riskBand, reasons, medianGapDays, nextContactOn, nextContactWhy, learnedAt } = stored;
  if (risk === undefined || riskBand === undefined) return undefined;
  const told = reasons
    .filter(mayBeTold(who))
    .map((reason) => ({ ...reason, ...(reason.on && { days: Math.max(0, daysFrom(reason.on, today)) }) }));
  return {
    value: risk,
    band: riskBand,
    isLearned: learnedAt !== undefined,
    reasons: told.map((reason) => ({ ...reason, text: wordsFor(reason) })),
    ...(medianGapDays !== undefined && { medianGapDays }),
    ...(nextContactOn && {
      nextContactOn: nextContactOn < today ? shiftedTo(nextContactWhy?.weekday, today) : nextContactOn,
    }),
    ...(nextContactWhy && {
      nextContactReason: { ...nextContactWhy, text: wordsForContact(nextContactWhy) },
    }),
  };
}
