import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import type { Route } from '../../../shared/core/route.ts';
import {
  getCohortReportRoute,
  getCustomerReportRoute,
  getLeadReportRoute,
} from '../../../shared/reports/customer-report-routes.ts';
import { getOrderReportRoute, getSeasonReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { ann, ben, companyId } from '../../fixtures/ids.ts';
import { ownAlone as own } from '../../fixtures/policy.ts';
import { type Call, call } from '../../helpers/call.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { begin, makeContact, makeOrder, placedIn, productIds } from './bought-world.ts';

beforeAll(useSecret);
beforeEach(begin);

const [candle = '', tin = ''] = productIds;
const period = { from: '2025-01', to: '2026-11' };
const ask = async <R extends Route>(route: R, one: Call = {}, query: object = {}) =>
  (await call(handler, route, { ...one, query: { ...period, ...query } as Record<string, string> })).body;
const code = async (route: Route, one: Call, query: object = {}) => (await ask(route, one, query)).code;

/** Ann sold candles for 700 to a person, Ben a tin for 50 to a firm. */
async function twoSellers(): Promise<void> {
  const contactId = await makeContact({ ownerId: ann, leadSource: 'Fair' }, placedIn(1));
  const sale = (ownerId: string, productId: string, unitAmountCents: number) => ({
    ...{ ownerId, currency: 'EUR', placedAt: placedIn(3) },
    items: [{ productId, unitAmountCents, quantity: 1 }],
  });
  await makeOrder({ contactId, ...sale(ann, candle, 700) });
  await makeOrder({ companyId, ...sale(ben, tin, 50) });
  await deliverAll();
}

describe('reports of what was bought', () => {
  it('show a seller the orders that are the seller’s, split as everybody’s are', async () => {
    await twoSellers();
    const ben1 = { ...(await keepRole({}, { order: own, contact: own })), userId: ben };
    const figures = { orders: 1, units: 1, revenueCents: { EUR: 50 } };
    const rows = async (splitBy: string) => (await ask(getOrderReportRoute, ben1, { splitBy })).rows;
    expect(await ask(getOrderReportRoute, ben1)).toMatchObject({ whole: figures });
    expect(await rows('owner')).toMatchObject([{ value: ben, ...figures }]);
    expect(await rows('category')).toMatchObject([{ value: 'Home', ...figures }]);
    expect(await rows('product')).toMatchObject([{ value: tin, ...figures }]);
    expect((await ask(getOrderReportRoute, ben1, { productId: candle })).whole.orders).toBe(0);
    expect((await ask(getSeasonReportRoute, ben1)).rows.map(({ value }) => value)).toEqual(['Home']);
    expect(await code(getOrderReportRoute, ben1, { splitBy: 'team' })).toBe('dimension_out_of_reach');
    expect((await ask(getOrderReportRoute)).whole.revenueCents).toEqual({ EUR: 750 });
    expect((await ask(getLeadReportRoute, ben1)).whole.leads).toBe(0);
    expect((await ask(getLeadReportRoute)).whole).toMatchObject({ leads: 1, bought: 1 });
  });

  it('tell who bought to none but who reads every order', async () => {
    await twoSellers();
    const seller = { ...(await keepRole({}, { order: own })), userId: ann };
    for (const route of [getCustomerReportRoute, getCohortReportRoute])
      expect(await code(route, seller)).toBe('field_forbidden');
    const leads = await ask(getLeadReportRoute, seller);
    expect(leads.whole.leads).toBe(1);
    expect(leads.whole).not.toHaveProperty('bought');
    expect((await ask(getCustomerReportRoute)).whole).toMatchObject({ customers: 1, new: 1, orders: 1 });
  });

  it('show no sums and no split by what one may not see', async () => {
    await twoSellers();
    const blind = await keepRole({
      order: { amountCents: 'hidden', items: 'hidden', companyId: 'hidden' },
      contact: { source: 'hidden', lifecycle: 'hidden' },
    });
    const orders = await ask(getOrderReportRoute, blind);
    expect(orders.whole.orders).toBe(2);
    expect(JSON.stringify(orders)).not.toMatch(/Cents|700|750/);
    for (const query of [
      { splitBy: 'product' },
      { splitBy: 'category' },
      { splitBy: 'company' },
      { productId: tin },
    ])
      expect(await code(getOrderReportRoute, blind, query)).toBe('field_forbidden');
    expect(await code(getSeasonReportRoute, blind, { measure: 'revenue' })).toBe('field_forbidden');
    expect(await code(getCustomerReportRoute, blind)).toBe('field_forbidden');
    expect(await code(getLeadReportRoute, blind)).toBe('field_forbidden');
  });

  it('cost two requests at most, with the period before too', async () => {
    await twoSellers();
    const cost = async (route: Route, query: object) => {
      const { headers } = await call(handler, route, { query: query as Record<string, string> });
      return Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
    };
    const compare = 'before';
    expect(await cost(getOrderReportRoute, { splitBy: 'category', compare })).toBeLessThanOrEqual(2);
    expect(await cost(getSeasonReportRoute, { splitBy: 'product', currency: 'EUR' })).toBeLessThanOrEqual(2);
    expect(await cost(getCustomerReportRoute, { splitBy: 'source', compare })).toBeLessThanOrEqual(2);
    expect(await cost(getCohortReportRoute, {})).toBe(1);
    expect(await cost(getLeadReportRoute, { splitBy: 'campaign', compare })).toBeLessThanOrEqual(2);
  });

  it('answer one product without a split, and refuse both at once', async () => {
    await twoSellers();
    const refused = await ask(getOrderReportRoute, {}, { productId: tin, splitBy: 'owner' });
    expect(refused.errors?.[0]?.code).toBe('not_with_product');
    const { rows } = await ask(
      getSeasonReportRoute,
      {},
      { productId: tin, measure: 'revenue', currency: 'EUR' },
    );
    expect(rows).toMatchObject([{ value: tin, total: 50 }]);
  });

  it('say how many of the customers of the period before came again', async () => {
    const [one, other] = [await makeContact({}), await makeContact({})];
    for (const [contactId, month] of [
      [one, 3],
      [one, 6],
      [other, 4],
      [other, 12],
    ] as const)
      await makeOrder({ contactId, placedAt: placedIn(month), amountCents: 100, currency: 'EUR' });
    await deliverAll();
    const query = { from: '2025-07', to: '2025-09', compare: 'before' };
    const { whole, before, retention } = await ask(getCustomerReportRoute, {}, query);
    expect(whole).toMatchObject({ customers: 1, new: 0, returning: 1, retained: 1 });
    expect(before?.whole.customers).toBe(2);
    expect(retention).toBe(0.5);
  });
});
