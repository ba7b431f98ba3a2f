import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler } from '../../../functions/reports/api.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import {
  createDealRoute,
  deleteDealRoute,
  moveDealRoute,
  patchDealRoute,
  reopenDealRoute,
} from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { getFunnelReportRoute, getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aCompany } from '../../fixtures/company.ts';
import { ann, ben, companyId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { dropTable, readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);

let pipelineId = '';
async function begin(): Promise<void> {
  await useTable();
  pipelineId = newId('pipeline');
  await keep(workspaceRecord, aWorkspace({ defaultPipelineId: pipelineId }));
  await keep(pipelineRecord, aPipeline({ id: pipelineId, lossReasons: ['price', 'timing'], winReasons: [] }));
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test' }));
  await keep(companyRecord, aCompany({ industry: 'Engines' }));
}

type Step =
  | { do: 'make'; cents: number; isWith: boolean; closed: 'won' | 'lost' | undefined }
  | { do: 'move'; which: number; to: string }
  | { do: 'reopen' | 'remove'; which: number }
  | { do: 'price'; which: number; cents: number }
  | { do: 'settle' };
const which = fc.nat(30);
const cents = fc.nat(500_000).map((amount) => amount + 1);
const closed = fc.constantFrom('won', 'lost', undefined, undefined);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('make'), cents, isWith: fc.boolean(), closed }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('move'),
      which,
      to: fc.constantFrom('contacted', 'proposal', 'won', 'lost'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reopen', 'remove'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('price'), which, cents }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle') }) },
) as fc.Arbitrary<Step>;

const dayMs = 86_400_000;
/** Each step is some days after the one before. */
const momentOf = (n: number) =>
  new Date(Date.parse('2026-03-02T09:00:00.000Z') + n * 5 * dayMs).toISOString();

async function make(step: Step & { do: 'make' }, now: string): Promise<string> {
  const { isWith, closed: status } = step;
  const body = {
    name: 'Deal',
    pipelineId,
    ownerId: ann,
    amountCents: step.cents,
    ...(isWith && { companyId }),
    ...(status && { stageId: status, closedAt: now }),
    ...(status === 'lost' && { lostReason: 'price' }),
  };
  const { status: answered, body: made } = await call(deals, createDealRoute, { body, now });
  expect([answered, made.detail]).toEqual([201, undefined]);
  return String(made.id);
}
const move = (dealId: string, stageId: string, now: string) =>
  call(deals, moveDealRoute, {
    params: { dealId },
    body: { stageId, ...(stageId === 'lost' && { lostReason: 'timing' }) },
    now,
  });
/** What is refused (a move of a closed deal) changes nothing, and that is part of the history. */
async function take(step: Step, ids: string[], now: string): Promise<void> {
  if (step.do === 'settle') return settleAll();
  if (step.do === 'make') {
    ids.push(await make(step, now));
    return;
  }
  const dealId = ids[step.which % (ids.length || 1)];
  if (!dealId) return;
  const one = { params: { dealId }, now };
  if (step.do === 'remove') await call(deals, deleteDealRoute, one);
  else if (step.do === 'reopen') await call(deals, reopenDealRoute, { ...one, body: {} });
  else if (step.do === 'price')
    await call(deals, patchDealRoute, { ...one, body: { amountCents: step.cents } });
  else if (step.do === 'move') await move(dealId, step.to, now);
}

const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
/** The same figures, counted from the records by other code. */
function counted(all: Deal[]) {
  const [won, lost] = (['won', 'lost'] as const).map((status) => all.filter((one) => one.status === status));
  const days = (won ?? [])
    .map(({ createdAt, closedAt = '' }) =>
      Math.floor((Date.parse(closedAt.slice(0, 10)) - Date.parse(createdAt.slice(0, 10))) / dayMs),
    )
    .toSorted((a, b) => a - b);
  const middle = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
  return {
    opened: all.length,
    open: all.length - (won?.length ?? 0) - (lost?.length ?? 0),
    won: won?.length,
    lost: lost?.length,
    wonCents: won?.length ? sum(won.map(({ amountCents = 0 }) => amountCents)) : undefined,
    medianDays: days.length > 0 ? sum(middle.map(Number)) / 2 : undefined,
  };
}
type Figures = Awaited<ReturnType<typeof sales>>['whole'];
const shown = ({ opened, open, won, lost, wonCents, wonDays }: Figures) => ({
  ...{ opened, open, won, lost },
  wonCents: wonCents?.EUR,
  medianDays: wonDays?.median,
});
async function sales(splitBy?: string) {
  const query = { pipelineId, from: '2026-01', to: '2029-12', ...(splitBy && { splitBy }) };
  const { status, body } = await call(handler, getSalesReportRoute, { query });
  expect(status).toBe(200);
  return body;
}
async function kept(): Promise<Deal[]> {
  const items = await Array.fromAsync(readAll());
  return items.filter(({ sk, deletedAt }) => sk === 'DEAL' && !deletedAt) as unknown as Deal[];
}

const nameOf = (deal: Deal, splitBy: string) =>
  ({ company: deal.companyId, industry: deal.companyId && 'Engines', owner: deal.ownerId })[splitBy] ?? null;

describe('reports of deals', () => {
  it('say after any history what a count of the records says, whole and split', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        await begin();
        const ids: string[] = [];
        for (const [n, step] of steps.entries()) await take(step, ids, momentOf(n));
        await settleAll();
        const all = await kept();
        expect(shown((await sales()).whole)).toEqual(counted(all));
        for (const splitBy of ['company', 'industry', 'owner']) {
          const { rows = [] } = await sales(splitBy);
          const groups = Map.groupBy(all, (deal) => nameOf(deal, splitBy));
          const wanted = new Map([...groups].map(([value, some]) => [value, counted(some)]));
          expect(new Map(rows.map(({ value, ...row }) => [value, shown(row)]))).toEqual(wanted);
        }
        const left = await recount({ read: readAll, getAll: projectionStore.getAll, projections });
        expect(left).toEqual([]);
        await dropTable();
      }),
      { numRuns: Number(process.env.RUNS ?? 8) },
    ),
  );

  it('show where deals drop out, the lost ones among those that entered a stage', async () => {
    await begin();
    const ids: string[] = [];
    for (let n = 0; n < 4; n++)
      ids.push(await make({ do: 'make', cents: 100, isWith: false, closed: undefined }, momentOf(0)));
    const [won = '', left = '', lost = ''] = ids;
    await move(won, 'contacted', momentOf(1));
    await move(won, 'won', momentOf(3));
    await move(left, 'contacted', momentOf(2));
    await move(left, 'lost', momentOf(3));
    await move(lost, 'lost', momentOf(1));
    await settleAll();
    const { body } = await call(handler, getFunnelReportRoute, {
      query: { pipelineId, from: '2026-03', to: '2026-03' },
    });
    const of = (id: string) => body.stages.find(({ stageId }) => stageId === id);
    expect(body.opened).toBe(4);
    expect(of('new')).toMatchObject({ entered: 4, stands: 1, lostHere: 1, won: 1, conversion: 2 / 3 });
    expect(of('new')?.days).toMatchObject({ median: 5, least: 5, most: 10 });
    expect(of('contacted')).toMatchObject({ entered: 2, lostHere: 1, won: 1, conversion: 0.5, winRate: 0.5 });
    expect(of('lost')?.entered).toBe(2);
  });

  it('cost as many requests of many deals as of few, and four at most', async () => {
    await begin();
    const query = { pipelineId, from: '2026-01', to: '2026-12', splitBy: 'company' };
    const made = async (count: number) => {
      for (let n = 0; n < count; n++)
        await make({ do: 'make', cents: 100 * n, isWith: n % 2 === 0, closed: 'won' }, momentOf(n % 12));
      await settleAll();
      const { headers } = await call(handler, getSalesReportRoute, { query });
      return Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
    };
    const few = await made(3);
    expect(await made(30)).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });

  it('show a seller what is the seller’s, and a manager of everybody an owner’s alone', async () => {
    await begin();
    const body = { name: 'Deal', pipelineId, stageId: 'won', closedAt: momentOf(1) };
    for (const [ownerId, amountCents] of [
      [ann, 700],
      [ben, 50],
    ])
      await call(deals, createDealRoute, { body: { ...body, ownerId, amountCents }, now: momentOf(1) });
    await settleAll();
    const own = await keepRole(
      {},
      { deal: { read: 'own', create: 'own', edit: 'own', delete: 'own', export: 'own', unassigned: false } },
    );
    const query = { pipelineId, from: '2026-01', to: '2026-12', splitBy: 'owner' };
    const ask = async (one: Call) => (await call(handler, getSalesReportRoute, { query, ...one })).body;
    const figures = { won: 1, wonCents: { EUR: 50 } };
    const seen = await ask({ ...own, userId: ben });
    expect(seen).toMatchObject({ whole: figures, rows: [{ value: ben, ...figures }] });
    expect(seen.rows).toHaveLength(1);
    expect((await ask({})).whole).toMatchObject({ won: 2, wonCents: { EUR: 750 } });
    expect((await ask({ query: { ...query, ownerId: ben } })).whole).toMatchObject(figures);
    const other = await ask({ ...own, userId: ben, query: { ...query, ownerId: ann } });
    expect(other).toMatchObject({ whole: { won: 0 }, rows: [] });
    const byTeam = { ...own, userId: ben, query: { ...query, splitBy: 'team' } };
    expect(await ask(byTeam)).toMatchObject({ code: 'dimension_out_of_reach' });
  });

  it('show no sums and no split by what one may not see', async () => {
    await begin();
    await make({ do: 'make', cents: 700, isWith: true, closed: 'won' }, momentOf(1));
    await settleAll();
    const blind = await keepRole({ deal: { amountCents: 'hidden', companyId: 'hidden' } });
    const query = { pipelineId, from: '2026-01', to: '2026-12' };
    const { body } = await call(handler, getSalesReportRoute, { query, ...blind });
    expect(body.whole.won).toBe(1);
    expect(JSON.stringify(body)).not.toMatch(/Cents|700/);
    for (const splitBy of ['company', 'industry'])
      expect(
        (await call(handler, getSalesReportRoute, { query: { ...query, splitBy }, ...blind })).body.code,
      ).toBe('field_forbidden');
  });

  it('refuse a period that is crossed, or too long for one answer', async () => {
    await begin();
    const ask = (query: Record<string, string>) => call(handler, getSalesReportRoute, { query });
    const crossed = await ask({ pipelineId, from: '2026-05', to: '2026-04' });
    expect([crossed.status, crossed.body.errors?.[0]?.code]).toEqual([400, 'period_crossed']);
    const long = await ask({ pipelineId, from: '1996-05', to: '2026-04' });
    expect([long.status, long.body.errors?.[0]?.code]).toEqual([400, 'period_too_long']);
    expect((await ask({ from: 'May' })).status).toBe(400);
    expect((await ask({ pipelineId: newId('pipeline') })).body.code).toBe('pipeline_not_found');
  });
});
