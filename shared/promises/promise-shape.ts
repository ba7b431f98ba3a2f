import type { RecordShape } from '../records/record-shape.ts';
import { NewPromise, PromiseBody, PromisePatch, PromiseStatus } from './promise.ts';

export const promiseShape = {
  kind: 'promise',
  name: 'Promise',
  names: 'Promises',
  tag: 'Promises',
  a: 'a promise',
  example: {
    id: 'pm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      dealId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      text: 'Somebody trains the crew on site, at no charge.',
      dueOn: '2026-12-18',
    },
    patch: { status: 'kept' },
  },
  body: PromiseBody,
  created: NewPromise,
  patch: PromisePatch,
  orders: ['due'],
  ascending: ['due'],
  related: ['contactId', 'dealId'],
  states: { status: { values: PromiseStatus, worked: true } },
  matchBy: ['externalId'],
  errors: ['contact_erased'],
} as const satisfies RecordShape;
