import type { Contact } from '../../../shared/contacts/contact.ts';
import type { Order } from '../../../shared/orders/order.ts';
import { kept } from './bought-world.ts';

/** Figures counted from the records by other code than the reports'. */
export async function world() {
  const [contacts, orders] = [await kept('CONTACT'), await kept('ORDER')];
  const alive = (all: Record<string, unknown>[]) => all.filter((one) => !one.deletedAt);
  return {
    contacts: alive(contacts) as unknown as Contact[],
    orders: (alive(orders) as unknown as Order[]).filter(
      ({ status }) => !['cancelled', 'refunded'].includes(status),
    ),
  };
}
export type World = Awaited<ReturnType<typeof world>>;

const monthOf = (at: string) => at.slice(0, 7);
export const inMonths = <T>(all: T[], at: (one: T) => string, from: string, to: string) =>
  all.filter((one) => monthOf(at(one)) >= from && monthOf(at(one)) <= to);

type Line = { cents: number; currency: string; thousandths: number };
const figuresOf = (orders: number, lines: number, all: Line[]) => {
  const cents: Record<string, number> = {};
  for (const line of all) cents[line.currency] = (cents[line.currency] ?? 0) + line.cents;
  return {
    orders,
    lines,
    units: all.reduce((sum, { thousandths }) => sum + thousandths, 0) / 1000,
    revenueCents: Object.fromEntries(Object.entries(cents).filter(([, sum]) => sum > 0)),
  };
};
const linesOf = ({ items, currency }: Order): Line[] =>
  items.map((item) => ({
    cents: item.amountCents,
    currency,
    thousandths: Math.round(item.quantity * 1000),
  }));

/** Orders as wholes. */
export const ordersCounted = (orders: Order[]) => {
  const units = orders.flatMap(linesOf).map((line) => ({ ...line, cents: 0 }));
  const money = orders.map(({ amountCents, currency }) => ({ cents: amountCents, currency, thousandths: 0 }));
  return figuresOf(orders.length, units.length, [...units, ...money]);
};

type Split = 'product' | 'category';
/** Their lines by product or by category; an order without lines is of none. */
export function partsCounted(orders: Order[], by: Split) {
  const nameOf = (line: Order['items'][number]) =>
    (by === 'product' ? line.productId : line.category) ?? null;
  const values = new Set(orders.flatMap(({ items }) => (items.length > 0 ? items.map(nameOf) : [null])));
  return new Map(
    [...values].map((value) => {
      const parts = orders.flatMap((order) => {
        const items = order.items.filter((line) => nameOf(line) === value);
        const isBare = order.items.length === 0 && value === null;
        return items.length > 0 || isBare ? [{ order, items, isBare }] : [];
      });
      const lines = parts.flatMap(({ order, items }) => linesOf({ ...order, items }));
      const bare = parts
        .filter(({ isBare }) => isBare)
        .map(({ order }) => ({ cents: order.amountCents, currency: order.currency, thousandths: 0 }));
      return [value, figuresOf(parts.length, lines.length, [...lines, ...bare])] as const;
    }),
  );
}

/** The months in which a contact bought, with what was bought by those merged into it. */
const monthsOf = (contact: Contact, { orders }: World) => {
  const ids = [contact.id, ...(contact.mergedIds ?? [])];
  return orders
    .filter(({ contactId }) => contactId && ids.includes(contactId))
    .map((one) => monthOf(one.placedAt));
};
const shifted = (month: string, by: number) => {
  const at = new Date(`${month}-15T00:00:00.000Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
};

/** Who bought in a stretch of months. */
export function customersCounted(contacts: Contact[], all: World, from: string, to: string) {
  let length = 1;
  while (shifted(from, length - 1) < to) length++;
  const [beforeFrom, beforeTo] = [shifted(from, -length), shifted(from, -1)];
  const within = (months: string[], first: string, last: string) =>
    months.filter((month) => month >= first && month <= last);
  const bought = contacts
    .map((one) => monthsOf(one, all))
    .filter((months) => within(months, from, to).length > 0);
  const fresh = bought.filter((months) => months.every((month) => month >= from));
  const orders = bought.flatMap((months) => within(months, from, to)).length;
  return {
    customers: bought.length,
    new: fresh.length,
    returning: bought.length - fresh.length,
    retained: bought.filter((months) => within(months, beforeFrom, beforeTo).length > 0).length,
    orders,
  };
}

/** Of who first bought in a month: how many came back so many months after, and what each has ordered in all. */
export function cohortCounted(all: World, month: string) {
  const first = all.contacts
    .map((one) => monthsOf(one, all).toSorted())
    .filter((months) => months[0] === month);
  const cameBack = (after: number) => first.filter((months) => months.includes(shifted(month, after))).length;
  return {
    customers: first.length,
    again: first.filter((months) => months.some((one) => one > month)).length,
    cameBack,
    orders: first.reduce((sum, months) => sum + months.length, 0),
  };
}

export function leadsCounted(contacts: Contact[], all: World) {
  const is = (lifecycle: string) => contacts.filter((one) => one.lifecycle === lifecycle).length;
  return {
    leads: contacts.length,
    lead: is('lead'),
    qualified: is('qualified'),
    customers: is('customer'),
    former: is('former'),
    bought: contacts.filter((one) => monthsOf(one, all).length > 0).length,
  };
}
