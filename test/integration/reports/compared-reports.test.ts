import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Route } from '../../../shared/core/route.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import {
  getCustomerReportRoute,
  getLeadReportRoute,
} from '../../../shared/reports/customer-report-routes.ts';
import { getOrderReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { getFunnelReportRoute, getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { putSpendRoute } from '../../../shared/reports/spend-routes.ts';
import { putTargetRoute } from '../../../shared/reports/target-routes.ts';
import {
  getPerformanceReportRoute,
  getSourceReportRoute,
} from '../../../shared/reports/team-report-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { makeOrder } from './bought-world.ts';

const months = ['2026-01', '2026-02', '2026-04', '2026-05', '2026-06', '2026-08'];
const momentIn = (month: string) => `${month}-10T09:00:00.000Z`;
const source = (n: number) => (n % 2 === 0 ? 'LinkedIn' : 'Fair');

/** In each month a deal that is won, a lead, an order, something spent and something aimed at, of two owners and sources. */
async function recordsIn(month: string, n: number): Promise<void> {
  const [at, ownerId] = [momentIn(month), n % 2 === 0 ? ann : ben];
  const contactId = newId('contact', at);
  await keep(
    dealRecord,
    aDeal({
      ...{
        id: newId('deal', at),
        ownerId,
        leadSource: source(n),
        currency: 'EUR',
        amountCents: 100 * (n + 1),
      },
      ...{ status: 'won', stageId: 'won', createdAt: at, closedAt: at },
    }),
  );
  await keep(
    contactRecord,
    aContact({ id: contactId, emails: [], leadSource: source(n), lifecycle: 'customer', createdAt: at }),
  );
  await makeOrder({ contactId, ownerId, placedAt: at, currency: 'EUR', amountCents: 70 * (n + 1) });
  await call(handler, putSpendRoute, {
    body: { month, source: source(n), amountCents: 10 * (n + 1), currency: 'EUR' },
  });
  await call(handler, putTargetRoute, { body: { month, userId: ownerId, wonCount: n + 1 } });
}

beforeAll(async () => {
  await useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ defaultPipelineId: pipelineId }));
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
  for (const [n, month] of months.entries()) await recordsIn(month, n);
  await deliverAll();
});

const ask = async (route: Route, query: Record<string, string>) => {
  const { status, body, headers } = await call(handler, route, { query });
  expect([status, body.detail]).toEqual([200, undefined]);
  const requests = Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
  return { body: body as Record<string, unknown>, requests };
};
const now = { from: '2026-05', to: '2026-08' };
const earlier = { from: '2026-01', to: '2026-04' };

describe.each<[string, Route, Record<string, string>]>([
  ['sales', getSalesReportRoute, { splitBy: 'source' }],
  ['the funnel', getFunnelReportRoute, { splitBy: 'owner' }],
  ['performance', getPerformanceReportRoute, {}],
  ['sources', getSourceReportRoute, {}],
  ['leads', getLeadReportRoute, { splitBy: 'source' }],
  ['customers', getCustomerReportRoute, { splitBy: 'source' }],
  ['orders', getOrderReportRoute, { splitBy: 'owner' }],
])('a report of %s with the period before', (_, route, more) => {
  it('says of each what it says of that alone, for as many requests', async () => {
    await ask(route, { ...now, ...more }); // whatever is kept for a while is kept now
    const alone = await ask(route, { ...now, ...more });
    const before = await ask(route, { ...earlier, ...more });
    const both = await ask(route, { ...now, ...more, compare: 'before' });
    expect(both.body).toMatchObject(alone.body);
    expect(before.body).toMatchObject(both.body.before as object);
    expect(both.body.before).toMatchObject(earlier);
    expect(both.body.before).not.toMatchObject({ rows: [] });
    expect(both.requests).toBe(alone.requests);
  });
});
