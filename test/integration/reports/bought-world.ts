import * as fc from 'fast-check';
import { expect } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as orders } from '../../../functions/orders/api.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import {
  contactMergeRoutes,
  createContactRoute,
  deleteContactRoute,
  patchContactRoute,
} from '../../../shared/contacts/contact-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { orderRecord } from '../../../shared/orders/order.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { productRecord } from '../../../shared/products/product.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aCompany } from '../../fixtures/company.ts';
import { acme, ann, ben, companyId, monday, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { deliverAll } from '../../helpers/merge-world.ts';

const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
const product = (id: string, category?: string) => ({
  ...{ ...base, id, name: id, active: true, tags: [], custom: {} },
  ...(category && { category }),
  prices: [
    { currency: 'EUR', amountCents: 333 },
    { currency: 'USD', amountCents: 410 },
  ],
});
/** Of Candles, of Home, and of no category. */
export const productIds = [1, 2, 3].map((n) => `pr_01K${String(n).padStart(23, '0')}`);

/** A table with a workspace of two sellers, a company and three products, one of them of no category. */
export async function begin(): Promise<void> {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test' }));
  await keep(companyRecord, aCompany());
  for (const [n, id] of productIds.entries())
    await keep(productRecord, product(id, ['Candles', 'Home', undefined][n]) as never);
}

export async function makeContact(body: object, now = noon): Promise<string> {
  const made = await call(contacts, createContactRoute, { body, now });
  expect([made.status, made.body.detail]).toEqual([201, undefined]);
  return String(made.body.id);
}
export async function makeOrder(body: object): Promise<string> {
  const made = await call(orders, orderRecordRoutes.create, { body });
  expect([made.status, made.body.detail]).toEqual([201, undefined]);
  return String(made.body.id);
}

/** A moment of one of twenty months, the first of them January 2025. */
export const placedIn = (month: number, day = 5) =>
  new Date(Date.UTC(2025, month, day, 23, 30)).toISOString();

type Line = { product: number; quantity: number };
type Place = {
  do: 'place';
  who: number | undefined;
  month: number;
  lines: Line[];
  currency: string;
  ownerId: string | undefined;
};
export type Step =
  | Place
  | {
      do: 'meet';
      month: number;
      source: string | undefined;
      campaign: string | undefined;
      ownerId: string | undefined;
    }
  | { do: 'status'; which: number; status: string }
  | { do: 'give' | 'merge' | 'unmerge'; which: number; to: number }
  | { do: 'remove' | 'erase' | 'trash'; which: number }
  | { do: 'become'; which: number; lifecycle: string }
  | { do: 'settle' }
  | { do: 'deliver' };

const which = fc.nat(20);
const month = fc.nat(19);
const ownerId = fc.constantFrom(ann, ben, undefined);
const aPlace = fc.record({
  do: fc.constant('place'),
  who: fc.option(which, { nil: undefined, freq: 6 }),
  month,
  lines: fc.array(fc.record({ product: fc.nat(2), quantity: fc.nat(4000).map((n) => (n + 1) / 1000) }), {
    maxLength: 4,
  }),
  currency: fc.constantFrom('EUR', 'USD'),
  ownerId,
});
const aMeeting = fc.record({
  do: fc.constant('meet'),
  month,
  source: fc.constantFrom('LinkedIn', 'Fair', undefined),
  campaign: fc.constantFrom('Spring', undefined),
  ownerId,
});
const status = fc.constantFrom('paid', 'cancelled', 'refunded', 'fulfilled');
const lifecycle = fc.constantFrom('lead', 'qualified', 'customer', 'former');
export const aStep = fc.oneof(
  { weight: 10, arbitrary: aPlace },
  { weight: 4, arbitrary: aMeeting },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('status'), which, status }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('become'), which, lifecycle }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('give', 'merge', 'unmerge'), which, to: which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('remove', 'erase', 'trash'), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('settle', 'deliver') }) },
) as fc.Arbitrary<Step>;

export type Ids = { contacts: string[]; orders: string[] };
const pick = (ids: readonly string[], n: number | undefined) =>
  n === undefined ? undefined : ids[n % (ids.length || 1)];

/** One step of a history: an order that says nothing of its lines comes to an amount; one of nobody is of the company. */
async function place(step: Place, ids: Ids): Promise<void> {
  const contactId = pick(ids.contacts, step.who);
  const items = step.lines.map(({ product: n, quantity }) => ({ productId: productIds[n], quantity }));
  const body = {
    ...(contactId ? { contactId } : { companyId }),
    ...{ placedAt: placedIn(step.month), currency: step.currency, items },
    ...(items.length === 0 && { amountCents: 1234 + step.month }),
    ...(step.ownerId && { ownerId: step.ownerId }),
  };
  const { status: answered, body: made } = await call(orders, orderRecordRoutes.create, { body });
  if (answered === 201) ids.orders.push(String(made.id)); // what names somebody who is gone is refused
}

/** What the erasure of a person leaves of the contact and of the orders. */
async function erase(contactId: string): Promise<void> {
  const by = aContext({ workspaceId: acme, now: noon });
  const contact = await recordStore(contactRecord).find(acme, contactId);
  if (!contact || contact.deletedAt) return;
  const own = (await kept('ORDER')).filter((order) => order.contactId === contactId && !order.deletedAt);
  const all = await Promise.all(own.map(({ id }) => recordStore(orderRecord).get(acme, String(id))));
  const changes = [forget(contactRecord, contact, by), ...all.map((order) => forget(orderRecord, order, by))];
  for (const change of changes) if (change) await saveChanges([change] as never, by);
}

async function touchContact(step: Step, contactId: string, ids: Ids): Promise<void> {
  const params = { contactId };
  if (step.do === 'become')
    await call(contacts, patchContactRoute, { params, body: { lifecycle: step.lifecycle } });
  else if (step.do === 'trash') await call(contacts, deleteContactRoute, { params });
  else if (step.do === 'erase') await erase(contactId);
  else if (step.do === 'merge')
    await call(contacts, contactMergeRoutes.merge, { params, body: { ids: [pick(ids.contacts, step.to)] } });
  else if (step.do === 'unmerge')
    await call(contacts, contactMergeRoutes.unmerge, { params, body: { id: pick(ids.contacts, step.to) } });
}
async function touchOrder(step: Step, orderId: string, ids: Ids): Promise<void> {
  const params = { orderId };
  const patch = (body: object) => call(orders, orderRecordRoutes.change, { params, body });
  if (step.do === 'status') await patch({ status: step.status });
  else if (step.do === 'give') await patch({ contactId: pick(ids.contacts, step.to) });
  else if (step.do === 'remove') await call(orders, orderRecordRoutes.remove, { params });
}

/** What is refused (a merge of what is merged) changes nothing, and that is part of the history. */
export async function take(step: Step, ids: Ids): Promise<void> {
  if (step.do === 'place') return place(step, ids);
  if (step.do === 'meet') {
    const { source, campaign, ownerId: owner } = step;
    const body = { leadSource: source, campaign, ownerId: owner };
    ids.contacts.push(await makeContact(body, placedIn(step.month)));
    return;
  }
  if (step.do === 'settle') return settleAll();
  if (step.do === 'deliver') return deliverAll();
  const [contactId, orderId] = [pick(ids.contacts, step.which), pick(ids.orders, step.which)];
  if (contactId) await touchContact(step, contactId, ids);
  if (orderId) await touchOrder(step, orderId, ids);
}

export async function kept(sk: string): Promise<Record<string, unknown>[]> {
  const items = await Array.fromAsync(readAll());
  return items.filter((item) => item.sk === sk);
}
