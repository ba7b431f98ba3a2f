import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { campaignOf, leadSourceOf } from '../../../shared/contacts/lead-source.ts';
import type { Route } from '../../../shared/core/route.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { projections } from '../../../shared/projections/registry.ts';
import {
  getCohortReportRoute,
  getCustomerReportRoute,
  getLeadReportRoute,
} from '../../../shared/reports/customer-report-routes.ts';
import { getOrderReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { call } from '../../helpers/call.ts';
import { dropTable, readAll } from '../../helpers/dynamo.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import {
  cohortCounted,
  customersCounted,
  inMonths,
  leadsCounted,
  ordersCounted,
  partsCounted,
  type World,
  world,
} from './bought-count.ts';
import { aStep, begin, type Ids, productIds, take } from './bought-world.ts';

beforeAll(useSecret);

async function ask<R extends Route>(route: R, query: Record<string, string>) {
  const answer = await call(handler, route, { query });
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
}
const everything = { from: '2025-01', to: '2026-11' };
const stretches = [everything, { from: '2025-04', to: '2025-09' }, { from: '2025-12', to: '2025-12' }];

const placedAt = ({ placedAt: at }: { placedAt: string }) => at;
const createdAt = ({ createdAt: at }: { createdAt: string }) => at;
type Sold = {
  orders: number;
  lines?: number | undefined;
  units?: number | undefined;
  revenueCents?: Record<string, number> | undefined;
};
const sold = ({ orders, lines, units, revenueCents }: Sold) => ({ orders, lines, units, revenueCents });
const byValue = <T extends { value: string | null }, F>(rows: T[] = [], figures: (row: T) => F) =>
  new Map(rows.map((row) => [row.value, figures(row)]));
const grouped = <T, F>(all: T[], name: (one: T) => string | undefined, figures: (some: T[]) => F) =>
  new Map([...Map.groupBy(all, (one) => name(one) ?? null)].map(([value, some]) => [value, figures(some)]));

async function checkOrders(all: World, { from, to }: typeof everything): Promise<void> {
  const orders = inMonths(all.orders, placedAt, from, to);
  const { whole, months } = await ask(getOrderReportRoute, { from, to });
  expect(sold(whole)).toEqual(ordersCounted(orders));
  for (const { month, ...figures } of months)
    expect(sold(figures)).toEqual(ordersCounted(inMonths(orders, placedAt, month, month)));
  for (const splitBy of ['owner', 'company'] as const) {
    const { rows } = await ask(getOrderReportRoute, { from, to, splitBy });
    const name = splitBy === 'owner' ? 'ownerId' : 'companyId';
    expect(byValue(rows, sold)).toEqual(grouped(orders, (one) => one[name], ordersCounted));
  }
  for (const splitBy of ['product', 'category'] as const) {
    const { rows } = await ask(getOrderReportRoute, { from, to, splitBy });
    expect(byValue(rows, sold)).toEqual(partsCounted(orders, splitBy));
  }
  const [productId = ''] = productIds;
  const one = await ask(getOrderReportRoute, { from, to, productId });
  expect(sold(one.whole)).toEqual(partsCounted(orders, 'product').get(productId) ?? ordersCounted([]));
}

type Met = { customers: number; new: number; returning: number; retained: number; orders: number };
const met = ({ customers, new: fresh, returning, retained, orders }: Met) => ({
  ...{ customers, new: fresh, returning, retained, orders },
});
async function checkCustomers(all: World, { from, to }: typeof everything): Promise<void> {
  const count = (some: World['contacts']) => customersCounted(some, all, from, to);
  const report = await ask(getCustomerReportRoute, { from, to, splitBy: 'source' });
  expect(met(report.whole)).toEqual(count(all.contacts));
  const some = (rows: Map<string | null, Met>) => new Map([...rows].filter(([, row]) => row.customers > 0));
  expect(byValue(report.rows, met)).toEqual(some(grouped(all.contacts, leadSourceOf, count)));
  for (const { month, ...figures } of report.months)
    expect(met(figures)).toEqual(customersCounted(all.contacts, all, month, month));
  const owned = await ask(getCustomerReportRoute, { from, to, splitBy: 'owner' });
  expect(byValue(owned.rows, met)).toEqual(some(grouped(all.contacts, (one) => one.ownerId, count)));
}
async function checkCohorts(all: World): Promise<void> {
  const { cohorts } = await ask(getCohortReportRoute, everything);
  for (const { month, customers, again, returned, lifetimeOrders } of cohorts) {
    const { cameBack, orders, ...counted } = cohortCounted(all, month);
    expect({ customers, again }).toEqual(counted);
    for (const one of returned) expect(one.customers).toBe(cameBack(one.after));
    expect((lifetimeOrders?.mean ?? 0) * (lifetimeOrders?.count ?? 0)).toBeCloseTo(orders, 6);
  }
}

type Came = {
  leads: number;
  lead: number;
  qualified: number;
  customers: number;
  former: number;
  bought?: number | undefined;
};
const came = ({ leads, lead, qualified, customers, former, bought }: Came) => ({
  ...{ leads, lead, qualified, customers, former, bought },
});
async function checkLeads(all: World, { from, to }: typeof everything): Promise<void> {
  const contacts = inMonths(all.contacts, createdAt, from, to);
  const count = (some: World['contacts']) => leadsCounted(some, all);
  const names = {
    source: leadSourceOf,
    campaign: campaignOf,
    owner: ({ ownerId }: World['contacts'][number]) => ownerId,
  };
  for (const [splitBy, name] of Object.entries(names)) {
    const { whole, rows } = await ask(getLeadReportRoute, { from, to, splitBy });
    expect(came(whole)).toEqual(count(contacts));
    expect(byValue(rows, came)).toEqual(grouped(contacts, name, count));
  }
}

describe('reports of orders, customers and leads', () => {
  it(
    'say after any history of orders, merges and erasures what a count of the records says',
    {
      timeout: 600_000,
    },
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(aStep, { minLength: 8, maxLength: 40 }), async (steps) => {
          await begin();
          const ids: Ids = { contacts: [], orders: [] };
          for (const step of steps) await take(step, ids);
          await deliverAll();
          const all = await world();
          for (const stretch of stretches) {
            await checkOrders(all, stretch);
            await checkCustomers(all, stretch);
            await checkLeads(all, stretch);
          }
          await checkCohorts(all);
          expect(await recount({ read: readAll, getAll: projectionStore.getAll, projections })).toEqual([]);
          await dropTable();
        }),
        { numRuns: Number(process.env.RUNS ?? 6) },
      ),
  );
});
