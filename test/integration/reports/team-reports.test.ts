import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { teamRecord } from '../../../shared/access/team.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { getForecastReportRoute, getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { putSpendRoute } from '../../../shared/reports/spend-routes.ts';
import { putTargetRoute } from '../../../shared/reports/target-routes.ts';
import {
  getPerformanceReportRoute,
  getSourceReportRoute,
} from '../../../shared/reports/team-report-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { noneAtAll as none, ownAlone as own } from '../../fixtures/policy.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { useSecret } from '../../helpers/secret.ts';

const teamId = newId('team', monday);
const year = { from: '2026-01', to: '2026-12' };

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(
    workspaceRecord,
    aWorkspace({ defaultPipelineId: pipelineId, reportFields: { deal: 'region' } }),
  );
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
  const team = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  await keep(teamRecord, { ...team, id: teamId, name: 'North', managerIds: [], memberIds: [ben] } as never);
});

const won = (over: Partial<Deal>) =>
  keep(
    dealRecord,
    aDeal({ id: newId('deal'), status: 'won', stageId: 'won', closedAt: monday, currency: 'EUR', ...over }),
  );
const target = (body: object) => call(handler, putTargetRoute, { body: { month: '2026-11', ...body } });
const performance = async (query: Record<string, string> = {}, more: Call = {}) =>
  (await call(handler, getPerformanceReportRoute, { query: { ...year, ...query }, ...more })).body;
const sources = async (query: Record<string, string> = {}, more: Call = {}) =>
  (await call(handler, getSourceReportRoute, { query: { ...year, ...query }, ...more })).body;

describe('the report of performance', () => {
  it('holds what users and teams have won to what they were to reach, those without a deal too', async () => {
    await won({ ownerId: ben, amountCents: 300 });
    await won({ ownerId: ben, amountCents: 100 });
    await target({ userId: ben, wonCents: 1000, wonCount: 4 });
    await target({ month: '2026-10', userId: ben, wonCents: 600 });
    await target({ userId: ann, wonCents: 500 });
    await target({ teamId, wonCount: 1 });
    await target({ wonCents: 800 });
    await settleAll();
    const byOwner = await performance();
    expect(byOwner).toMatchObject({
      won: 2,
      target: { wonCents: { EUR: 800 } },
      reached: { wonCents: { EUR: 0.5 } },
    });
    expect(byOwner.rows.map(({ value }) => value)).toEqual([ben, ann]);
    expect(byOwner.rows[0]).toMatchObject({
      won: 2,
      wonCents: { EUR: 400 },
      target: { wonCents: { EUR: 1600 }, wonCount: 4 },
      reached: { wonCents: { EUR: 0.25 }, wonCount: 0.5 },
    });
    expect(byOwner.rows[1]).toMatchObject({ won: 0, reached: { wonCents: { EUR: 0 } } });
    const byTeam = await performance({ by: 'team' });
    expect(byTeam.rows.find(({ value }) => value === teamId)).toMatchObject({
      won: 2,
      reached: { wonCount: 2 },
    });
  });

  it('takes the target of the pipeline before that of all of them', async () => {
    await won({ ownerId: ben, amountCents: 300 });
    await target({ userId: ben, wonCents: 1000 });
    await target({ userId: ben, pipelineId, wonCents: 600 });
    await settleAll();
    expect((await performance()).rows[0]).toMatchObject({ reached: { wonCents: { EUR: 0.5 } } });
  });

  it('shows a seller what is the seller’s: deals and targets', async () => {
    await won({ ownerId: ben, amountCents: 300 });
    await won({ ownerId: ann, amountCents: 700 });
    for (const userId of [ann, ben]) await target({ userId, wonCents: 600 });
    await settleAll();
    const seller = { ...(await keepRole({}, { deal: own })), userId: ben };
    const seen = await performance({}, seller);
    expect(seen.won).toBe(1);
    expect(seen.rows.find(({ value }) => value === ann)?.won ?? 0).toBe(0);
    expect(JSON.stringify(seen)).not.toContain('700');
  });

  it('holds targets to no deals that are out of reach, of which it would say that there are none', async () => {
    await won({ ownerId: ben, amountCents: 300 });
    await won({ ownerId: ann, amountCents: 700 });
    await target({ userId: ben, wonCents: 600 });
    await target({ userId: ann, wonCents: 700 });
    await target({ wonCents: 1000 });
    await settleAll();
    const seller = { ...(await keepRole({}, { deal: own })), userId: ben };
    const seen = await performance({}, seller);
    expect(seen.rows).toMatchObject([{ value: ben, reached: { wonCents: { EUR: 0.5 } } }]);
    expect(seen).not.toHaveProperty('target');
  });
});

describe('the report of sources', () => {
  const world = async () => {
    await keep(
      contactRecord,
      aContact({ id: newId('contact'), leadSource: 'LinkedIn', lifecycle: 'customer' }),
    );
    await keep(contactRecord, aContact({ id: newId('contact'), leadSource: 'linkedin', emails: [] }));
    await won({ leadSource: 'linkedin', amountCents: 900, campaign: 'spring' });
    await won({ leadSource: 'fair', amountCents: 100 });
    const body = { month: '2026-11', source: 'LinkedIn', amountCents: 300 };
    await call(handler, putSpendRoute, { body });
    await settleAll();
  };

  it('says what each brought and what was spent on it', async () => {
    await world();
    const { rows, whole } = await sources();
    const [linkedin] = rows.filter(({ value }) => value === 'linkedin');
    expect(linkedin).toMatchObject({
      ...{ leads: 2, customers: 1, conversion: 0.5, won: 1 },
      ...{
        wonCents: { EUR: 900 },
        spentCents: { EUR: 300 },
        perLeadCents: { EUR: 150 },
        returns: { EUR: 2 },
      },
    });
    expect(rows.find(({ value }) => value === 'fair')).toMatchObject({ won: 1, spentCents: {} });
    expect(whole).toMatchObject({ won: 2, wonCents: { EUR: 1000 }, spentCents: { EUR: 300 } });
    const byCampaign = (await sources({ splitBy: 'campaign' })).rows;
    expect(byCampaign.find(({ value }) => value === 'spring')).toMatchObject({ won: 1 });
  });

  it('counts leads of which no campaign is known in the whole, and in a row of their own', async () => {
    await world();
    const campaign = 'Spring';
    await keep(
      contactRecord,
      aContact({ id: newId('contact'), emails: [], lifecycle: 'customer', campaign }),
    );
    await settleAll();
    const { rows, whole } = await sources({ splitBy: 'campaign' });
    expect(whole).toMatchObject({ leads: 3, customers: 2 });
    const unsaid = rows.filter(({ value }) => value === null);
    expect(unsaid).toMatchObject([{ leads: 2, customers: 1 }]);
    expect(rows.find(({ value }) => value === 'spring')).toMatchObject({ leads: 1, customers: 1, won: 1 });
  });

  it('tells nobody of spend or leads who may not read them', async () => {
    await world();
    const blind = await keepRole({}, { contact: none });
    const seen = await sources({}, blind);
    expect(seen.whole.won).toBe(2);
    expect(JSON.stringify(seen)).not.toMatch(/leads|customers/);
    const seller = await sources({}, { role: 'rep' });
    expect(JSON.stringify(seller)).not.toContain('spent');
  });

  it('holds what was spent on everybody’s leads to nobody’s own', async () => {
    await world();
    await won({ ownerId: ben, leadSource: 'linkedin', amountCents: 50 });
    await settleAll();
    const seller = { ...(await keepRole({}, { deal: own, contact: own })), userId: ben };
    const { whole } = await sources({}, seller);
    expect(whole).toMatchObject({ won: 1, wonCents: { EUR: 50 }, spentCents: { EUR: 300 } });
    expect(JSON.stringify(whole)).not.toMatch(/returns|perLead|perCustomer/);
  });
});

describe('a split by a custom field', () => {
  const split = { ...year, splitBy: 'custom' };
  it('is by the one that the workspace has chosen, and for who sees it', async () => {
    await won({ custom: { region: 'North' }, amountCents: 300 });
    await won({ custom: { region: 'South' } });
    await won({});
    await settleAll();
    const { body } = await call(handler, getSalesReportRoute, { query: split });
    expect(new Map(body.rows?.map(({ value, won: count }) => [value, count]))).toEqual(
      new Map([
        ['North', 1],
        ['South', 1],
        [null, 1],
      ]),
    );
    const blind = await keepRole({ deal: { 'custom.region': 'hidden' } as never });
    const refused = await call(handler, getSalesReportRoute, { query: split, ...blind });
    expect(refused.body.code).toBe('field_forbidden');
  });
});

describe('what reports do not tell', () => {
  const ask = (query: Record<string, string>, more: Call = {}) =>
    call(handler, getSalesReportRoute, { query: { ...year, ...query }, ...more });

  it('industries to who reads no company, and teams of one owner alone', async () => {
    const blind = await keepRole({}, { company: none });
    expect((await ask({ splitBy: 'industry' }, blind)).body.code).toBe('field_forbidden');
    expect((await ask({ splitBy: 'team', ownerId: ben })).body.code).toBe('dimension_out_of_reach');
  });

  it('when deals began or are expected, where that is hidden', async () => {
    await won({ openedOn: '2026-11-02', amountCents: 1 });
    await keep(dealRecord, aDeal({ id: newId('deal'), expectedCloseOn: '2026-12-20' }));
    await settleAll();
    const blind = await keepRole({
      deal: { openedOn: 'hidden', expectedCloseOn: 'hidden', companyId: 'hidden' },
    });
    const { body } = await ask({}, blind);
    expect(body.whole).toMatchObject({ won: 1, without: {} });
    expect(JSON.stringify(body)).not.toMatch(/2026-11-02|Days|openedOn|companyId/);
    const forecast = await call(handler, getForecastReportRoute, { query: {}, ...blind });
    expect(JSON.stringify(forecast.body)).not.toMatch(/2026-12|openedOn|companyId/);
    expect(forecast.body.count).toBe(1);
  });
});

it('a value of any length and script is counted, and one that is a list is none', async () => {
  await won({ custom: { region: '長'.repeat(900) } });
  await won({ custom: { region: '~10 employees' } });
  await won({ custom: { region: ['North', 'South'] } });
  await settleAll();
  const { body } = await call(handler, getSalesReportRoute, {
    query: { ...year, to: '2026-11', splitBy: 'custom' },
  });
  const rows = new Map(body.rows?.map(({ value, won: count }) => [value?.slice(0, 5) ?? null, count]));
  expect(rows).toEqual(
    new Map([
      ['長長長長長', 1],
      ['~10 e', 1],
      [null, 1],
    ]),
  );
});

describe('the forecast', () => {
  it('weighs open deals by the pipeline’s chances, and by what became of earlier ones', async () => {
    const open = {
      stageTimes: { new: { firstEnteredAt: monday, entered: 1, totalMs: 0 } },
      amountCents: 1000,
    };
    await keep(dealRecord, aDeal({ id: newId('deal'), expectedCloseOn: '2026-12-20', ...open }));
    await keep(dealRecord, aDeal({ id: newId('deal'), ...open }));
    const ended = {
      new: { firstEnteredAt: monday, entered: 1, totalMs: 0 },
      won: { firstEnteredAt: monday, entered: 1, totalMs: 0 },
    };
    for (let n = 0; n < 8; n++) await won({ stageTimes: ended, amountCents: 1 });
    for (let n = 0; n < 2; n++)
      await won({ stageTimes: ended, status: 'lost', stageId: 'lost', lostReason: 'x' });
    await settleAll();
    const { body } = await call(handler, getForecastReportRoute, { query: {} });
    expect(body).toMatchObject({
      ...{ count: 2, cents: { EUR: 2000 }, weightedCents: { EUR: 200 }, expectedCents: { EUR: 1600 } },
      months: [
        { month: '2026-12', count: 1 },
        { month: null, count: 1 },
      ],
    });
    expect(body.stages[0]).toMatchObject({ stageId: 'new', count: 2, historicWinRate: 0.8 });
  });
});
