import type { Entry, Item } from '../core/projection.ts';
import { type Purchases, purchasesOf, purchasesSk } from '../orders/purchases.ts';
import { numberKey } from '../records/list-entries.ts';
import { riskOf, riskSk } from '../risk/risk.ts';
import { leadScoreOf, scoreSk } from '../scoring/score-item.ts';
import { todayPk } from '../today/today-pks.ts';
import type { Contact } from './contact.ts';
import { touchOf, touchSk } from './contact-touch.ts';

const dayMs = 86_400_000;
/** How much later than usual a customer orders before they count as going quiet. */
const patience = 1.5;

type Rhythm = Pick<Purchases, 'orderCount' | 'firstOrderAt' | 'lastOrderAt' | 'medianGapDays'>;
/**
 * Of a customer's orders how many days mostly lie between two: the median, and the mean where an older release kept no more.
 * Undefined of fewer than three orders.
 */
export function rhythmDays({ orderCount, firstOrderAt, lastOrderAt, medianGapDays }: Rhythm) {
  if (orderCount < 3 || !firstOrderAt || !lastOrderAt) return undefined;
  const mean = (Date.parse(lastOrderAt) - Date.parse(firstOrderAt)) / dayMs / (orderCount - 1);
  const days = medianGapDays ?? mean;
  return days >= 1 ? Math.round(days) : undefined;
}

/** TODAY-1: a hot lead whom nobody has spoken to; a customer from the day on which they are later than they use to be. Never somebody who was erased. */
export function todayEntries(contact: Contact, beside: (sk: string) => Item | undefined): Entry[] {
  const { workspaceId, ownerId, id, score, lifecycle, createdAt } = contact;
  if (contact.erasedAt) return [];
  const named = { of: 'contact', id };
  const isLead = lifecycle === 'lead' || lifecycle === 'qualified';
  const { hotFrom } = leadScoreOf(beside(scoreSk));
  const isHot = isLead && score !== undefined && score >= hotFrom && !touchOf(beside(touchSk)).lastTouchedAt;
  const purchases = purchasesOf(beside(purchasesSk));
  const everyDays = rhythmDays(purchases);
  const { risk } = riskOf(beside(riskSk));
  const quietAt =
    everyDays &&
    new Date(Date.parse(purchases.lastOrderAt ?? '') + patience * everyDays * dayMs).toISOString();
  return [
    ...(isHot
      ? [
          {
            ...named,
            pk: todayPk(workspaceId, 'hot', ownerId),
            sk: `${numberKey(100 - score)}#${createdAt}#${id}`,
          },
        ]
      : []),
    ...(quietAt
      ? [
          {
            ...named,
            pk: todayPk(workspaceId, 'quiet', ownerId),
            sk: `${quietAt}#${id}`,
            everyDays,
            lastOrderAt: purchases.lastOrderAt,
            ...(risk !== undefined && { risk }),
          },
        ]
      : []),
  ];
}
