import type { SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { handler as api } from '../../../functions/orders/api.ts';
import { handler as onOrder } from '../../../functions/orders/on-order-changed-reckon-purchases.ts';
import { restoreOne } from '../../../functions/records/operations/write.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { type Order, orderRecord } from '../../../shared/orders/order.ts';
import { orderRecordRoutes as routes } from '../../../shared/orders/order-routes.ts';
import { orderType } from '../../../shared/orders/order-store.ts';
import { purchasesOf, purchasesSk } from '../../../shared/orders/purchases.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const otherId = 'ct_01K0000000000000000000BABE';
const contacts = [contactId, otherId];
type Published = { type: string; id: string; workspaceId: string; at: string; data: unknown };

/** Every event of an order so far, as its queue hands it on. */
async function deliverAll(): Promise<void> {
  const all: { body: string; messageId: string }[] = [];
  for await (const item of readAll()) {
    if (item.type !== 'change' || item.of !== 'order') continue;
    for (const [n, event] of (item.events as Published[]).entries()) {
      const { type, ...rest } = event;
      const detail = { ...rest, id: `${item.id}.${n}`, workspaceId: acme, at: item.at };
      all.push({ body: JSON.stringify({ 'detail-type': type, detail }), messageId: `${all.length}` });
    }
  }
  const event = { Records: all } as unknown as SQSEvent;
  expect(await onOrder(event)).toEqual({ batchItemFailures: [] });
}
const orders = recordStore(orderRecord);
const bought = async (id: string) => {
  const { version: _, ...rest } = purchasesOf(
    await getItem({ pk: `WS#${acme}#CONTACT#${id}`, sk: purchasesSk }),
  );
  return rest;
};
/** The same by the orders alone. */
function recounted(all: Order[], id: string) {
  const own = all.filter(
    (one) => one.contactId === id && !one.deletedAt && !['cancelled', 'refunded'].includes(one.status),
  );
  const days = own.map(({ placedAt }) => placedAt).toSorted();
  const [firstOrderAt, lastOrderAt] = [days[0], days.at(-1)];
  const sums = Map.groupBy(own, ({ currency }) => currency);
  const totals = [...sums].map(([currency, some]) => [
    currency,
    some.reduce((sum, { amountCents }) => sum + amountCents, 0),
  ]);
  const orderTotalCents = Object.fromEntries(totals.filter(([, sum]) => sum !== 0));
  const byMonth = Map.groupBy(own, ({ placedAt }) => placedAt.slice(0, 7));
  const months = Object.fromEntries([...byMonth].map(([month, some]) => [month, some.length]));
  const newest = own
    .toSorted((a, b) => (a.placedAt + a.id < b.placedAt + b.id ? 1 : -1))
    .map(({ placedAt, amountCents, currency }) => [placedAt.slice(0, 10), amountCents, currency]);
  const visits = [...new Set(days.map((day) => Date.parse(day.slice(0, 10)) / 86_400_000))];
  const gaps = visits
    .slice(1)
    .map((day, n) => day - (visits[n] ?? 0))
    .toSorted((a, b) => a - b);
  const [half, odd] = [gaps.length / 2, gaps.length % 2 === 1];
  const median = odd ? gaps[half - 0.5] : ((gaps[half - 1] ?? 0) + (gaps[half] ?? 0)) / 2;
  return {
    ...(lastOrderAt && { firstOrderAt, lastOrderAt }),
    orderCount: own.length,
    orderTotalCents,
    months,
    newest: newest.slice(0, 24),
    ...(gaps.length > 0 && { medianGapDays: median }),
  };
}

type Step = { kind: 'place' | 'status' | 'hand' | 'amount' | 'delete' | 'restore'; n: number; value: number };
const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('place', 'place', 'status', 'hand', 'amount', 'delete', 'restore'),
  n: fc.nat({ max: 3 }),
  value: fc.nat({ max: 5 }),
});
const statuses = ['placed', 'paid', 'fulfilled', 'cancelled', 'refunded', 'paid'];
const patchOf = ({ kind, value }: Step) => {
  if (kind === 'status') return { status: statuses[value] };
  if (kind === 'hand') return { contactId: contacts[value % 2] };
  return { amountCents: value * 100 };
};

async function make({ value }: Step, ids: string[]): Promise<void> {
  const placedAt = `202${value}-05-01T08:00:00.000Z`;
  const currency = value % 2 ? 'EUR' : 'USD';
  const body = { contactId: contacts[value % 2], amountCents: value * 1000, currency, placedAt };
  ids.push((await call(api, routes.create, { body })).body.id as string);
}
async function run(step: Step, ids: string[]): Promise<void> {
  const orderId = ids[step.n % Math.max(ids.length, 1)];
  if (step.kind === 'place' || !orderId) return make(step, ids);
  const params = { orderId };
  const order = await orders.get(acme, orderId);
  if (step.kind === 'delete') await call(api, routes.remove, { params });
  else if (step.kind !== 'restore') await call(api, routes.change, { params, body: patchOf(step) });
  else if (order.deletedAt)
    await restoreOne(orderType as never, order, aContext({ workspaceId: acme, now: noon }));
}

describe('what a contact has bought', () => {
  it('equals a recount of their orders after any changes, deletions, restores and moves', async () => {
    await keep(contactRecord, aContact({ id: otherId, emails: [] }));
    const ids: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const step of steps) await run(step, ids);
        await settleAll();
        await deliverAll();
        const all = await orders.getMany(acme, ids);
        for (const id of contacts) expect(await bought(id)).toEqual(recounted(all, id));
      }),
      { numRuns: 6 },
    );
  });

  it('stands on the contact’s page, for who may read every order', async () => {
    await call(api, routes.create, { body: { contactId, amountCents: 500, currency: 'EUR' } });
    await settleAll();
    await deliverAll();
    const page = (role: 'support' | 'rep') =>
      call(contactsApi, getContactRoute, { params: { contactId }, role });
    expect(await page('support')).toMatchObject({
      body: { purchases: { lastOrderAt: noon, orderCount: 1, orderTotalCents: { EUR: 500 } } },
    });
    expect((await page('rep')).body).not.toHaveProperty('purchases');
  });

  it('waits for the lists to follow an order', async () => {
    await call(api, routes.create, { body: { contactId, amountCents: 5 } });
    await expect(deliverAll()).rejects.toThrow();
    await settleAll();
    await deliverAll();
    expect(await bought(contactId)).toMatchObject({ orderCount: 1 });
  });
});
