import { describe, expect, it } from 'vitest';
import { contactRiskDue } from '../../../functions/due/reasons/contact-risk.ts';
import { handler as sweep } from '../../../functions/due/sweep.ts';
import { handler as ordersApi } from '../../../functions/orders/api.ts';
import { handler as segmentsApi } from '../../../functions/segments/api.ts';
import { handler as ticketsApi } from '../../../functions/tickets/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { dateAfter } from '../../../shared/core/local-day.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { reckonPurchases } from '../../../shared/orders/purchases-store.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { riskOf, riskSk } from '../../../shared/risk/risk.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';
import { previewSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { ticketRecordRoutes } from '../../../shared/tickets/ticket-routes.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import {
  aMergeWorld,
  aPerson,
  deliverAll,
  mergePersons,
  readPerson,
  unmergePerson,
} from '../../helpers/merge-world.ts';

aMergeWorld();

const now = new Date().toISOString();
const ago = (days: number) => dateAfter(now.slice(0, 10), -days);
const later = (days: number) => `${dateAfter(now.slice(0, 10), days)}T12:00:00.000Z`;
async function order(id: string, day: string, more: object = {}): Promise<string> {
  const body = {
    contactId: id,
    placedAt: `${day}T08:00:00.000Z`,
    amountCents: 9900,
    currency: 'EUR',
    ...more,
  };
  return String((await call(ordersApi, orderRecordRoutes.create, { body })).body.id);
}
const stored = async (id: string) => riskOf(await getItem({ pk: `WS#${acme}#CONTACT#${id}`, sk: riskSk }));
const shown = async (id: string, more: Call = {}) => (await readPerson(id, { now, ...more })).body.risk;
const dueOf = async (id: string) =>
  (await Array.fromAsync(readAll())).filter((item) => item.reason === 'contact_risk' && item.id === id);
const sweepAt = (time: string) => sweep({ time }, { getRemainingTimeInMillis: () => 60_000 });

describe('the risk of a customer', () => {
  it('stands on their page with its reasons and the next day to speak to them, for who may read every order', async () => {
    for (const days of [200, 160, 120]) await order(contactId, ago(days));
    await deliverAll();
    const risk = await shown(contactId);
    expect(risk).toMatchObject({ band: 'high', isLearned: false, medianGapDays: 40 });
    expect(risk?.reasons).toContainEqual(
      expect.objectContaining({
        code: 'late',
        days: 120,
        text: 'Orders every 40 days; the last order was 120 days ago',
      }),
    );
    expect(String(risk?.nextContactOn) >= now.slice(0, 10)).toBe(true);
    expect(risk?.nextContactReason?.text).toContain('Orders every 40 days');
    expect(await shown(contactId, { role: 'support' })).toBeDefined();
    expect(await shown(contactId, { role: 'rep' })).toBeUndefined();
  });

  it('is written once, however often its events come, and where nothing changes not at all', async () => {
    await order(contactId, ago(30));
    await deliverAll();
    const { version } = await stored(contactId);
    expect(version).toBe(1);
    await deliverAll();
    await reckonRisk(acme, contactId, new Date().toISOString());
    expect((await stored(contactId)).version).toBe(1);
  });

  it('costs the same however many orders there are', async () => {
    const costOf = async () => {
      await settleAll();
      await reckonPurchases(acme, contactId);
      resetMeter();
      await reckonRisk(acme, contactId, new Date().toISOString());
      return { ...meter, ms: 0 };
    };
    await order(contactId, ago(400));
    const few = await costOf();
    for (let n = 0; n < 40; n++) await order(contactId, ago(300 - n));
    const many = await costOf();
    expect(many.requests).toBe(few.requests);
    expect(many.requests).toBeLessThanOrEqual(7);
    expect((await stored(contactId)).version).toBe(2);
  });

  it('grows with time alone, and leaves one entry for when it is looked at next', async () => {
    for (const days of [62, 32, 2]) await order(contactId, ago(days));
    await deliverAll();
    const before = await stored(contactId);
    expect(await dueOf(contactId)).toMatchObject([{ at: before.lookAt }]);
    for (let days = 1; days <= 200; days++) {
      const [due] = await dueOf(contactId);
      if (due && String(due.at) <= later(days)) {
        await contactRiskDue(due as unknown as DueEntry, later(days));
        await settleAll();
      }
    }
    const after = await stored(contactId);
    expect(after.risk).toBeGreaterThan(Number(before.risk));
    expect(after.riskBand).toBe('high');
    expect(after.version).toBeLessThanOrEqual(before.version + 32);
    expect(await dueOf(contactId)).toMatchObject([{ at: after.lookAt }]);
  });

  it('is reckoned by the sweep where the consumer was killed before it was', async () => {
    await order(contactId, ago(10));
    await settleAll();
    await reckonPurchases(acme, contactId);
    await settleAll();
    expect((await stored(contactId)).version).toBe(0);
    await sweepAt(now);
    await settleAll();
    expect((await stored(contactId)).risk).toBeGreaterThanOrEqual(0);
  });

  it('follows a ticket of theirs that presses, and is told of it only to who may read every ticket', async () => {
    await order(contactId, ago(30));
    await deliverAll();
    const calm = await stored(contactId);
    const body = { subject: 'It is broken', contactId, priority: 'urgent' };
    const { id } = (await call(ticketsApi, ticketRecordRoutes.create, { body })).body;
    await deliverAll();
    expect((await stored(contactId)).risk).toBeGreaterThan(Number(calm.risk));
    const codesFor = async (more: Call) => (await shown(contactId, more))?.reasons.map(({ code }) => code);
    expect(await codesFor({})).toContain('tickets');
    const scopes = ['contacts:read', 'orders:read'];
    expect(await codesFor({ scopes })).not.toContain('tickets');
    const params = { ticketId: String(id) };
    await call(ticketsApi, ticketRecordRoutes.change, { params, body: { status: 'solved' } });
    await deliverAll();
    expect((await stored(contactId)).risk).toBe(calm.risk);
  });

  it('goes with an order that is cancelled', async () => {
    const orderId = await order(contactId, ago(30));
    await deliverAll();
    const params = { orderId };
    await call(ordersApi, orderRecordRoutes.change, { params, body: { status: 'cancelled' } });
    await deliverAll();
    expect(await shown(contactId)).toBeUndefined();
    expect(await dueOf(contactId)).toEqual([]);
  });

  it('is of all that was bought by whom a contact was merged from', async () => {
    const other = await aPerson({ firstName: 'Grace' });
    for (const days of [90, 60]) await order(contactId, ago(days));
    await order(other, ago(30));
    await deliverAll();
    const alone = await stored(contactId);
    expect((await mergePersons(contactId, [other])).status).toBe(200);
    await deliverAll();
    const both = await stored(contactId);
    expect(both.risk).toBeLessThan(Number(alone.risk));
    expect(both.reasons).toContainEqual(expect.objectContaining({ code: 'last_order', on: ago(30) }));
    expect(await dueOf(other)).toEqual([]);
    expect((await unmergePerson(contactId, other)).status).toBe(200);
    await deliverAll();
    expect((await stored(contactId)).risk).toBe(alone.risk);
    expect(await dueOf(other)).toHaveLength(1);
  });

  it('is emptied of who was erased', async () => {
    await order(contactId, ago(30));
    await deliverAll();
    const contacts = recordStore(contactRecord);
    const before = await contacts.get(acme, contactId);
    const after = { ...before, version: before.version + 1, erasedAt: now };
    await contacts.save(
      { of: contactRecord, before, after, events: [] },
      aContext({ workspaceId: acme, now }),
    );
    await settleAll();
    await sweepAt(new Date().toISOString());
    await settleAll();
    expect(await stored(contactId)).toEqual({ version: 2, reasons: [] });
    expect(await dueOf(contactId)).toEqual([]);
  });

  it('can be asked for by conditions, by who may see what was bought', async () => {
    await order(contactId, ago(300));
    await deliverAll();
    const body = { of: 'contact', condition: { riskBand: 'high', risk: { $gte: 65 } } };
    const asked = (more: Call = {}) => call(segmentsApi, previewSegmentRoute, { body, ...more });
    expect((await asked()).body).toMatchObject({ matching: 1 });
    expect(await asked({ role: 'rep' })).toMatchObject({ status: 403, body: { code: 'field_forbidden' } });
  });
});
