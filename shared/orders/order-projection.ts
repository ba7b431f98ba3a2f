import { type Counters, type Entry, nameOf, type Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries, numberKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { orderCells } from '../reports/order-facts.ts';
import { searchEntries } from '../search/search-entries.ts';
import { isBought, Order } from './order.ts';
import { orderTexts } from './order-search.ts';

/** ORDER-3: a contact's orders that count as bought, by when they were placed; and, as counters, `count`, cents by currency and how many were placed in each month (`2026-11`). */
export const boughtPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#BOUGHT`;

const monthOf = (at: string) => at.slice(0, 7);

function bought(order: Order): { entries: Entry[]; counters: Counters } {
  const { workspaceId, contactId, placedAt, id, amountCents, currency } = order;
  if (!contactId || !isBought(order)) return { entries: [], counters: {} };
  const pk = boughtPk(workspaceId, contactId);
  return {
    entries: [{ pk, sk: `${placedAt}#${id}`, of: 'order', id, amountCents, currency }],
    counters: {
      [pk]: { count: 1, [monthOf(placedAt)]: 1, ...(amountCents > 0 && { [currency]: amountCents }) },
    },
  };
}

export const ordersOf = ({ placedAt, amountCents }: Order) => ({
  placed: placedAt,
  amount: numberKey(amountCents),
});

export const orderProjection: Projection = trashable({
  definition: 5,
  borrows: (record) => teamBorrowed(Order.parse(record)),
  project({ record, borrowed }) {
    const order = Order.parse(record);
    const [team] = teamBorrowed(order);
    const owned = { ...order, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const { placedAt: at, status, createdAt, contactId, companyId, dealId } = order;
    const lists = {
      orders: ordersOf(order),
      related: [
        { kind: 'contact', id: contactId, at },
        { kind: 'company', id: companyId, at },
        { kind: 'deal', id: dealId, at },
      ],
      states: { status: { value: status, order: createdAt } },
    } as const;
    const own = bought(order);
    return {
      entries: [
        ...listEntries('order', owned, lists),
        ...own.entries,
        ...searchEntries(owned, orderTexts(order)),
      ],
      counters: { ...listCounters('order', owned), ...own.counters, ...orderCells(order, owned) },
    };
  },
});
