import * as z from 'zod';
import { touchFacts } from '../contacts/contact-touch.ts';
import { type Item, nameOf, type Seen } from '../core/projection.ts';
import { hiddenAnywhere, reachOf, type Who } from '../core/rights.ts';
import { riskFacts } from '../risk/risk.ts';
import { scoreFacts } from '../scoring/score-item.ts';

/** An order as what is bought remembers it: the day on which it was placed (UTC), and what it came to. */
const Bought = z.tuple([z.iso.date(), z.int().nonnegative(), z.string()]);
export type Bought = z.infer<typeof Bought>;
/** So many of the newest orders tell how often somebody orders, and how much of late. */
export const mostRemembered = 24;

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
  /** How many orders were placed in each month in which any was, by the month (UTC): `2026-11`. */
  months: z.record(z.string(), z.int()).default({}),
  /** The newest of them, the newest first. */
  newest: z.array(Bought).default([]),
  /** Half of the spans between two days with orders are no longer, by the newest orders; of one such day alone there is none. */
  medianGapDays: z.number().optional(),
});
export type Purchases = z.infer<typeof Purchases>;
export const purchasesSk = 'BOUGHT';

const none: Purchases = { version: 0, orderCount: 0, orderTotalCents: {}, months: {}, newest: [] };
/** As they are stored; of a contact who has ordered nothing yet there are none. */
export const purchasesOf = (item: Item | undefined): Purchases => (item ? Purchases.parse(item) : none);

const dayMs = 86_400_000;
/** The spans between days with orders, in days; several orders of one day are one visit. Days newest first. */
export const gapsOf = (days: readonly string[]): number[] => {
  const distinct = [...new Set(days)].map((day) => Date.parse(day) / dayMs);
  return distinct.slice(1).map((day, n) => Number(distinct[n]) - day);
};
/** The middle of some numbers, the mean of both middles of an even number of them. */
export function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
const rhythmOf = (newest: readonly Bought[]) => {
  const medianGapDays = medianOf(gapsOf(newest.map(([day]) => day)));
  return medianGapDays === undefined ? {} : { medianGapDays };
};

type Reckoned = Omit<Purchases, 'version'>;
const isMonth = (measure: string) => /^\d{4}-\d\d$/.test(measure);

/** What a contact's orders come to: the newest and the oldest of them, and their counters (`count`, cents by currency, orders by month). */
export function reckoned(newest: Item[], oldest: Item | undefined, sums: Record<string, number>): Reckoned {
  const { count = 0, ...others } = sums;
  const [months, totals] = [isMonth, (measure: string) => !isMonth(measure)].map((isMeant) =>
    Object.fromEntries(Object.entries(others).filter(([measure]) => isMeant(measure))),
  );
  const [firstOrderAt, lastOrderAt] = [oldest, newest[0]].map((item) => item?.sk.split('#')[0]);
  const remembered = newest.map(({ sk, amountCents = 0, currency = '' }) =>
    Bought.parse([sk.slice(0, 10), amountCents, currency]),
  );
  return {
    ...(firstOrderAt && { firstOrderAt }),
    ...(lastOrderAt && { lastOrderAt }),
    orderCount: count,
    orderTotalCents: totals ?? {},
    months: months ?? {},
    newest: remembered,
    ...rhythmOf(remembered),
  };
}

function summed(all: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of all)
    for (const [name, amount] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + amount;
  return sums;
}
/** What several ids of one contact have bought in all. */
export function together(all: readonly Reckoned[]): Reckoned {
  const firstOrderAt = all.flatMap((one) => one.firstOrderAt ?? []).toSorted()[0];
  const lastOrderAt = all
    .flatMap((one) => one.lastOrderAt ?? [])
    .toSorted()
    .at(-1);
  const newest = all
    .flatMap((one) => one.newest)
    .toSorted(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0))
    .slice(0, mostRemembered);
  return {
    ...(firstOrderAt && { firstOrderAt }),
    ...(lastOrderAt && { lastOrderAt }),
    orderCount: all.reduce((sum, { orderCount }) => sum + orderCount, 0),
    orderTotalCents: summed(all.map((one) => one.orderTotalCents)),
    months: summed(all.map((one) => one.months)),
    newest,
    ...rhythmOf(newest),
  };
}

/** What conditions on contacts are asked of: the contact, what it has bought, what last happened, how likely it leaves, and its score. */
export function contactFacts({ record, borrowed, now }: Seen): Record<string, unknown> {
  const { version: _, ...bought } = purchasesOf(borrowed.get(nameOf({ pk: record.pk, sk: purchasesSk })));
  const seen = { record, borrowed, now };
  return { ...record, ...bought, ...touchFacts(seen), ...riskFacts(seen), ...scoreFacts(seen) };
}
export const PurchasesShown = Purchases.omit({ version: true, months: true, newest: true });

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
