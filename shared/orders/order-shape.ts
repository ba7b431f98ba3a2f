import type { RecordShape } from '../records/record-shape.ts';
import { NewOrder, OrderBody, OrderPatch, OrderStatus } from './order.ts';

export const orderShape = {
  kind: 'order',
  name: 'Order',
  names: 'Orders',
  tag: 'Orders',
  a: 'an order',
  example: {
    id: 'or_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      number: '2026-1017',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      currency: 'EUR',
      placedAt: '2026-11-20T09:30:00.000Z',
      items: [
        { productId: 'pr_01KAPRM3V5Z8Y7Q2W4X6T9N1BC', quantity: 2, discountPercent: 10 },
        { name: 'Freight', unitAmountCents: 4900 },
      ],
    },
    patch: { status: 'paid' },
  },
  body: OrderBody,
  created: NewOrder,
  patch: OrderPatch,
  orders: ['placed', 'amount'],
  orderedBy: { placed: 'placedAt', amount: 'amountCents' },
  related: ['contactId', 'companyId', 'dealId'],
  states: { status: { values: OrderStatus } },
  matchBy: ['externalId', 'number'],
  errors: ['number_taken', 'customer_missing', 'price_missing', 'contact_erased'],
} as const satisfies RecordShape;
