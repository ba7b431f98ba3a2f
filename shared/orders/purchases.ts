import * as z from 'zod';
import { touchFacts } from '../contacts/contact-touch.ts';
import { type Item, nameOf, type Seen } from '../core/projection.ts';
import { hiddenAnywhere, reachOf, type Who } from '../core/rights.ts';
import { scoreFacts } from '../scoring/score-item.ts';

/**
 * What a contact has bought in all, beside the contact rather than in it: orders that come in while somebody edits the contact
 * fail no If-Match. Cancelled and refunded orders do not count. `version` counts its writes.
 */
export const Purchases = z.object({
  version: z.int(),
  firstOrderAt: z.iso.datetime().optional(),
  lastOrderAt: z.iso.datetime().optional(),
  orderCount: z.int().nonnegative(),
  /** Cents by ISO 4217 currency. */
  orderTotalCents: z.record(z.string(), z.int()),
});
export type Purchases = z.infer<typeof Purchases>;
export const purchasesSk = 'BOUGHT';

const none: Purchases = { version: 0, orderCount: 0, orderTotalCents: {} };
/** As they are stored; of a contact who has ordered nothing yet there are none. */
export const purchasesOf = (item: Item | undefined): Purchases => (item ? Purchases.parse(item) : none);

/** What a contact's orders come to: the newest and the oldest of them, and their counters (`count`, and cents by currency). */
export function reckoned(
  newest: Item | undefined,
  oldest: Item | undefined,
  sums: Record<string, number>,
): Omit<Purchases, 'version'> {
  const { count = 0, ...orderTotalCents } = sums;
  const [firstOrderAt, lastOrderAt] = [oldest, newest].map((item) => item?.sk.split('#')[0]);
  return {
    ...(firstOrderAt && { firstOrderAt }),
    ...(lastOrderAt && { lastOrderAt }),
    orderCount: count,
    orderTotalCents,
  };
}
type Reckoned = Omit<Purchases, 'version'>;
/** What several ids of one contact have bought in all. */
export function together(all: readonly Reckoned[]): Reckoned {
  const orderTotalCents: Record<string, number> = {};
  for (const { orderTotalCents: sums } of all)
    for (const [currency, cents] of Object.entries(sums))
      orderTotalCents[currency] = (orderTotalCents[currency] ?? 0) + cents;
  const firstOrderAt = all.flatMap((one) => one.firstOrderAt ?? []).toSorted()[0];
  const lastOrderAt = all
    .flatMap((one) => one.lastOrderAt ?? [])
    .toSorted()
    .at(-1);
  return {
    ...(firstOrderAt && { firstOrderAt }),
    ...(lastOrderAt && { lastOrderAt }),
    orderCount: all.reduce((sum, { orderCount }) => sum + orderCount, 0),
    orderTotalCents,
  };
}

/** What conditions on contacts are asked of: the contact, what it has bought, what last happened with it, and its score. */
export function contactFacts({ record, borrowed, now }: Seen): Record<string, unknown> {
  const { version: _, ...bought } = purchasesOf(borrowed.get(nameOf({ pk: record.pk, sk: purchasesSk })));
  const seen = { record, borrowed, now };
  return { ...record, ...bought, ...touchFacts(seen), ...scoreFacts(seen) };
}
export const PurchasesShown = Purchases.omit({ version: true });

const told = ['contactId', 'amountCents', 'currency'];
/** Who reads every order whole: what a contact has bought tells of all. */
export const seesPurchases = (who: Who): boolean =>
  reachOf(who, 'order', 'read').reach === 'all' &&
  told.every((name) => !hiddenAnywhere(who, 'order').has(name));
/** What a contact has bought, for who may know. */
export function purchasesFor(who: Who, beside: readonly Item[]): z.infer<typeof PurchasesShown> | undefined {
  if (!seesPurchases(who)) return undefined;
  return PurchasesShown.parse(purchasesOf(beside.find(({ sk }) => sk === purchasesSk)));
}
