import { beforeEach, expect } from 'vitest';
import { handler as activities } from '../../functions/activities/api.ts';
import { handler as contacts } from '../../functions/contacts/api.ts';
import { handler as onActivity } from '../../functions/contacts/on-activity-changed-touch.ts';
import { handler as onOrder } from '../../functions/orders/on-order-changed-reckon-purchases.ts';
import { activityEvents } from '../../shared/activities/activity-events.ts';
import { createActivityRoute } from '../../shared/activities/activity-routes.ts';
import { contactMergeEvents } from '../../shared/contacts/contact-events.ts';
import {
  contactMergeRoutes,
  createContactRoute,
  getContactRoute,
} from '../../shared/contacts/contact-routes.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { orderEvents } from '../../shared/orders/order-events.ts';
import { ticketEvents } from '../../shared/tickets/ticket-events.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { type Call, call } from './call.ts';
import { deliverTo } from './deliver.ts';
import { keep } from './keep.ts';
import { aRecordWorld } from './record-world.ts';

/** A table with Acme and its pipeline before each test. */
export function aMergeWorld(): void {
  aRecordWorld();
  beforeEach(async () => {
    await keep(pipelineRecord, aPipeline());
  });
}
export const folding = { plusTag: true, gmailDots: true };
/** A minute of a morning. */
export const minuteAt = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;

/** Every event so far, as the queues of what is reckoned beside contacts hand it on. */
export const deliverAll = (): Promise<void> =>
  deliverTo([
    { handler: onOrder, types: [...orderEvents, ...contactMergeEvents].map(({ type }) => type) },
    {
      handler: onActivity,
      types: [...activityEvents, ...contactMergeEvents, ...ticketEvents].map(({ type }) => type),
    },
  ]);

/** A new contact's id. */
export async function aPerson(body: object, more: Call = {}): Promise<string> {
  const made = await call(contacts, createContactRoute, { body, ...more });
  expect(made.status).toBe(201);
  return String(made.body.id);
}
export const note = async (contactId: string, at: string, more: object = {}): Promise<string> => {
  const made = await call(activities, createActivityRoute, {
    body: { kind: 'note', contactId, at, ...more },
  });
  expect(made.status).toBe(201);
  return String(made.body.id);
};
export const readPerson = (contactId: string, more: Call = {}) =>
  call(contacts, getContactRoute, { params: { contactId }, ...more });
export const mergedPersons = (contactId: string, more: Call = {}) =>
  call(contacts, contactMergeRoutes.merged, { params: { contactId }, ...more });
export const mergePersons = (contactId: string, ids: string[], body: object = {}, more: Call = {}) =>
  call(contacts, contactMergeRoutes.merge, { params: { contactId }, body: { ids, ...body }, ...more });
export const previewPersons = (contactId: string, ids: string[], body: object = {}, more: Call = {}) =>
  call(contacts, contactMergeRoutes.preview, { params: { contactId }, body: { ids, ...body }, ...more });
export const unmergePerson = (contactId: string, id: string, more: Call = {}) =>
  call(contacts, contactMergeRoutes.unmerge, { params: { contactId }, body: { id }, ...more });

/** A person with something in every field that joins. */
export const ada = {
  firstName: 'Ada',
  emails: [{ address: 'ada@home.example' }],
  phones: [{ number: '+4930901820' }],
  tags: ['fair', 'vip'],
  consents: { newsletter: { status: 'granted' }, calls: { status: 'granted' } },
  custom: { budget: 1 },
  externalId: 'erp-1',
};
/** The same, as another knew them. */
export const lovelace = {
  firstName: 'Augusta',
  lastName: 'Lovelace',
  emails: [{ address: 'lovelace@work.example' }],
  phones: [{ number: '+4930901820' }, { number: '+4930901821' }],
  jobTitle: 'Countess',
  score: 80,
  lifecycle: 'customer',
  tags: ['FAIR', 'poet'],
  consents: { newsletter: { status: 'withdrawn' } },
  custom: { budget: 2, shoe: 37 },
  externalId: 'erp-2',
};
/** Both, as two contacts. */
export const twoOfOne = async () => [await aPerson(ada), await aPerson(lovelace)] as const;

/** The activities of a timeline's page. */
export const activitiesIn = (entries: { items: { type: string; id: string }[] }) =>
  entries.items.filter(({ type }) => type === 'activity').map(({ id }) => id);
