import { beforeAll, expect, test } from 'vitest';
import { handler } from '../../../functions/deals/api.ts';
import { handler as reports } from '../../../functions/reports/api.ts';
import { getBoardRoute } from '../../../shared/deals/deal-list-routes.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { getForecastReportRoute, getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { monday, pipelineId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { useAcme } from '../../helpers/form-world.ts';

beforeAll(useAcme);
const most = 100_000_000_000_000;
const create = (amountCents: number, more: object = {}) =>
  call(handler, createDealRoute, { body: { name: 'All the tea', amountCents, currency: 'EUR', ...more } });

test('no deal is worth more than can be added up', async () => {
  for (const amount of [most + 1, Number.MAX_SAFE_INTEGER]) expect((await create(amount)).status).toBe(400);
});

test('a board of more than a number can say is still a board', async () => {
  for (let n = 0; n < 95; n++) expect((await create(most)).status).toBe(201);
  await settleAll();
  const { status, body } = await call(handler, getBoardRoute, { params: { pipelineId } });
  expect(status).toBe(200);
  const stage = body.stages.find(({ count }) => count > 0);
  expect(stage?.count).toBe(95);
  expect(stage?.sumCents?.EUR).toBe(Number.MAX_SAFE_INTEGER);
});

test('and a report of it still a report', async () => {
  const closed = { stageId: 'won', closedAt: monday };
  for (let n = 0; n < 95; n++) expect((await create(most, closed)).status).toBe(201);
  await settleAll();
  const forecast = await call(reports, getForecastReportRoute, { query: {} });
  expect([forecast.status, forecast.body.cents?.EUR]).toEqual([200, Number.MAX_SAFE_INTEGER]);
  const sales = await call(reports, getSalesReportRoute, { query: { to: monday.slice(0, 7) } });
  expect([sales.status, sales.body.whole.won]).toEqual([200, 95]);
  expect(sales.body.whole.wonCents?.EUR).toBe(Number.MAX_SAFE_INTEGER);
});
