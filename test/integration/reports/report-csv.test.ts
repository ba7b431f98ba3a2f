import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { reportOperations } from '../../../functions/reports/reading/report-operations.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Route } from '../../../shared/core/route.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { csvColumns } from '../../../shared/reports/csv/report-csv.ts';
import { getOrderReportRoute, getSeasonReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { getFunnelReportRoute, getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { getPerformanceReportRoute } from '../../../shared/reports/team-report-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, companyId, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { makeContact, makeOrder, placedIn } from './bought-world.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace({ defaultPipelineId: pipelineId }));
  await keep(pipelineRecord, aPipeline());
  await keep(companyRecord, aCompany());
  await keep(userRecord, aUser({ id: ann, email: 'ann@acme.example', name: 'Ann Lovelace' }));
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.example', name: 'Ben Babbage' }));
});

const won = (over: Partial<Deal>) =>
  keep(
    dealRecord,
    aDeal({ id: newId('deal'), status: 'won', stageId: 'won', closedAt: monday, currency: 'EUR', ...over }),
  );
const year = { from: '2026-01', to: '2026-12' };
const asked = { ...year, splitBy: 'owner' };
const csv = (route: Route, query: Record<string, string>, more: Call = {}) =>
  call(handler, route, { query, ...more, headers: { accept: 'text/csv' } });
type Row = Record<string, string>;
const rowsIn = (body: unknown, part: string) =>
  (parse(String(body), { columns: true }) as Row[]).filter((row) => row.part === part);

describe('a report as CSV', () => {
  it('is a file with a line for the whole, for each month and for each value, under its name', async () => {
    await won({ ownerId: ann, amountCents: 123_45 });
    await won({ ownerId: ben, amountCents: 5 });
    await settleAll();
    const { status, headers, body } = await csv(getSalesReportRoute, asked);
    expect([status, headers]).toMatchObject([
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="sales-2026-01-2026-12.csv"',
      },
    ]);
    expect(String(body).split('\r\n')[0]?.split(',')).toEqual(csvColumns(getSalesReportRoute.response));
    expect(rowsIn(body, 'whole')).toMatchObject([{ won: '2', wonAmount: '123.50', currency: 'EUR' }]);
    expect(rowsIn(body, 'months')).toHaveLength(12);
    const rows = rowsIn(body, 'rows');
    expect(rows.find(({ value }) => value === ann)).toMatchObject({
      ...{ label: 'Ann Lovelace', won: '1', wonAmount: '123.45', currency: 'EUR' },
      ...{ from: '2026-01', to: '2026-12', pipelineId },
    });
  });

  it('has a line for each currency, and what is no money on the first alone', async () => {
    await won({ ownerId: ann, amountCents: 100 });
    await won({ ownerId: ann, amountCents: 200, currency: 'USD' });
    await settleAll();
    const rows = rowsIn((await csv(getSalesReportRoute, asked)).body, 'rows');
    expect(rows.map(({ won: count, wonAmount, currency }) => [count, wonAmount, currency])).toEqual([
      ['2', '1.00', 'EUR'],
      ['', '2.00', 'USD'],
    ]);
  });

  it('is the report of its reader: their records, no hidden figure, and no name that they may not see', async () => {
    await won({ ownerId: ann, amountCents: 700, companyId });
    await settleAll();
    const blind = await keepRole({ deal: { amountCents: 'hidden' } });
    const [row] = rowsIn((await csv(getSalesReportRoute, year, blind)).body, 'whole');
    expect(row).toMatchObject({ won: '1', wonAmount: '', currency: '' });
    const none = { read: 'none', create: 'none', edit: 'none', delete: 'none', export: 'none' } as const;
    const shut = await keepRole({}, { company: { ...none, unassigned: false } });
    const byCompany = async (more: Call) =>
      rowsIn((await csv(getSalesReportRoute, { ...year, splitBy: 'company' }, more)).body, 'rows');
    expect(await byCompany({})).toMatchObject([{ value: companyId, label: 'Analytical Engines' }]);
    expect(await byCompany(shut)).toMatchObject([{ value: companyId, label: companyId }]);
    const refused = await csv(getSalesReportRoute, { ...year, splitBy: 'nothing' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  it('has no cell that a spreadsheet takes for a formula', async () => {
    await won({ campaign: '=HYPERLINK("x")', leadSource: '@sum(a1)' });
    await settleAll();
    for (const splitBy of ['campaign', 'source']) {
      const { body } = await csv(getSalesReportRoute, { ...year, splitBy });
      const cells = (parse(String(body)) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => /^'[=@]/.test(cell))).toBe(true);
    }
  });

  it('says of lists in rows what they lie in', async () => {
    await keep(dealRecord, aDeal({ id: newId('deal'), ownerId: ben }));
    await settleAll();
    const { body } = await csv(getFunnelReportRoute, asked);
    const stages = rowsIn(body, 'rows.stages');
    expect(stages.length).toBeGreaterThan(1);
    expect(new Set(stages.map(({ value, label }) => `${value} ${label}`))).toEqual(
      new Set([`${ben} Ben Babbage`]),
    );
    expect(rowsIn(body, 'stages').map(({ stageId }) => stageId)).toEqual(
      aPipeline().stages.map(({ id }) => id),
    );
  });

  it('is not what anybody else who takes JSON is answered', async () => {
    const { headers, body } = await call(handler, getPerformanceReportRoute, { query: year });
    expect(headers['content-type']).toBe('application/json');
    expect(body.won).toBe(0);
  });
});

it.each(reportOperations.map(({ route }) => [route.path, route] as const))(
  '%s has a file with columns of its own, also where there is nothing',
  async (_, route) => {
    const { status, body } = await csv(route, {});
    expect(status).toBe(200);
    const [head, ...lines] = parse(String(body)) as string[][];
    expect(head).toEqual(csvColumns(route.response));
    expect(new Set(head).size).toBe(head?.length);
    expect(lines.length).toBeGreaterThan(0);
    expect(String(body)).not.toMatch(/\[object|undefined|NaN|\{/);
  },
);

it('writes seasons of money as amounts, and of things as numbers', async () => {
  const bought = { from: '2025-01', to: '2025-12' };
  const column = (measure: string) => ({ measure, currency: 'EUR' });
  await makeOrder({
    contactId: await makeContact({}),
    placedAt: placedIn(3),
    amountCents: 12_34,
    currency: 'EUR',
  });
  await deliverAll();
  const whole = async (measure: string) =>
    rowsIn((await csv(getSeasonReportRoute, { ...bought, ...column(measure) })).body, 'whole');
  expect(await whole('revenue')).toMatchObject([{ total: '12.34', currency: 'EUR' }]);
  expect(await whole('orders')).toMatchObject([{ total: '1' }]);
  expect(rowsIn((await csv(getOrderReportRoute, bought)).body, 'whole')).toMatchObject([
    { orders: '1', revenueAmount: '12.34' },
  ]);
});
