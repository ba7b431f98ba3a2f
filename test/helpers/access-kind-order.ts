import { Order, orderRecord } from '../../shared/orders/order.ts';
import { monday } from '../fixtures/ids.ts';
import type { AccessKind } from './access-kind.ts';
import { may, type Person, unknownReference } from './access-oracle.ts';

/** A contact of one's own, which `access-world.ts` knows by this id. */
const ownContact = `ct_01K${'C1'.padStart(23, '0')}`;

export const orderKind: AccessKind = {
  kind: 'order',
  name: 'Order',
  names: 'Orders',
  of: orderRecord as never,
  secrets: (which) => ({ items: `PRIVATE-item-${which}`, custom: `PRIVATE-order-${which}` }),
  record: (base, note, { items, custom }) => {
    const line = { name: items, quantity: 1, unitAmountCents: 5, amountCents: 5 };
    const money = { currency: 'EUR', amountCents: 5, items: [line] };
    const rest = { contactId: ownContact, placedAt: monday, custom: { secret: custom } };
    return Order.parse({ ...base, note, ...money, ...rest });
  },
  plain: { items: [] }, // of lines the amount is reckoned, so that none can be set
  body: (n) => ({ contactId: ownContact, amountCents: n, custom: { budget: n } }),
  sets: ['contactId', 'amountCents', 'custom'],
  patch: { status: 'paid', items: [] },
  patchSets: ['items'],
  orders: ['placed', 'amount'],
  isUnsaid: true,
  alsoNeeds: (person: Person) => (may(person, 'contact', 'read', 'own') ? 'ok' : unknownReference),
};
