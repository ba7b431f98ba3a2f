import type { RecordShape } from '../records/record-shape.ts';
import { DealBody, DealPatch, DealStatus, NewDeal } from './deal.ts';

export const dealShape = {
  kind: 'deal',
  name: 'Deal',
  names: 'Deals',
  tag: 'Deals',
  a: 'a deal',
  example: {
    id: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      name: 'Kitchen refit',
      contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      items: [{ name: 'Oven', quantity: 2, unitAmountCents: 625000 }],
      currency: 'EUR',
      tags: ['spring'],
    },
    patch: { expectedCloseOn: '2026-12-18', custom: { floor: 3 } },
  },
  body: DealBody,
  created: NewDeal,
  patch: DealPatch,
  orders: ['name', 'closeOn', 'amount'],
  ascending: ['closeOn'],
  orderedBy: { closeOn: 'expectedCloseOn', amount: 'amountCents' },
  related: ['companyId'],
  states: { status: { values: DealStatus } },
  matchBy: ['externalId'],
  errors: [
    'contact_erased',
    'lost_reason_missing',
    'pipeline_not_found',
    'price_missing',
    'reason_unknown',
    'stage_closed',
    'stage_fields_missing',
    'stage_unknown',
  ],
} as const satisfies RecordShape;
