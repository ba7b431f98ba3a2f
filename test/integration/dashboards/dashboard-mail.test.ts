import { beforeEach, describe, expect, it } from 'vitest';
import { handler as sweepDue } from '../../../functions/due/sweep.ts';
import { handler as mail } from '../../../functions/mail/api.ts';
import { handler } from '../../../functions/reports/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dashboardRecord } from '../../../shared/dashboards/dashboard.ts';
import { deleteDashboard, patchDashboard } from '../../../shared/dashboards/dashboard-changes.ts';
import { dashboardStore } from '../../../shared/dashboards/dashboard-store.ts';
import {
  deleteDashboardSubscriptionRoute,
  getDashboardMailPageRoute,
  getDashboardSubscriptionRoute,
  putDashboardSubscriptionRoute,
  stopDashboardMailRoute,
} from '../../../shared/dashboards/subscription-routes.ts';
import type { Tile } from '../../../shared/dashboards/tile.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { preferencesKey, preferencesOf } from '../../../shared/identity/preferences.ts';
import { preferencesWrite } from '../../../shared/identity/preferences-store.ts';
import { type User, userRecord } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { aDashboard } from '../../fixtures/dashboard.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, monday, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { ownAlone as own } from '../../fixtures/policy.ts';
import { aUser } from '../../fixtures/user.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { allMessages, useOutgoing } from '../mail-out/outgoing.ts';

const tiles: Tile[] = [
  {
    id: 't1',
    title: 'Sellers',
    report: 'sales',
    query: { splitBy: 'owner' },
    figures: ['won', 'wonAmount'],
    chart: 'bar',
  },
  {
    id: 't2',
    title: 'Lost <pipeline>',
    report: 'funnel',
    query: { pipelineId: newId('pipeline') },
    figures: [],
    chart: 'bar',
  },
];
let dashboardId = '';
/** Sunday noon, the 22nd of November, in Berlin; Monday is the 23rd. */
beforeEach(async () => {
  await useOutgoing();
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser({ createdAt: noon }));
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', name: 'Ben' }));
  const deal = { status: 'won', stageId: 'won', closedAt: monday, currency: 'EUR' } as const;
  for (const [ownerId, amountCents] of [
    [ann, 700_00],
    [ben, 300_00],
  ] as const)
    await keep(dealRecord, aDeal({ id: newId('deal'), ...deal, ownerId, amountCents }));
  const made = aDashboard({ id: newId('dashboard'), visibility: 'shared', ownerId: ben, tiles });
  dashboardId = (await keep(dashboardRecord, made)).id;
});

const monday8 = '2026-11-23T07:00:00.000Z';
const nextMonday8 = '2026-11-30T07:00:00.000Z';
const params = () => ({ dashboardId });
const put = (body: object = {}, more: Call = {}) =>
  call(handler, putDashboardSubscriptionRoute, {
    params: params(),
    body: { weekday: 'monday', at: '08:00', ...body },
    now: noon,
    ...more,
  });
const minutes = { getRemainingTimeInMillis: () => 120_000 };
const sweep = (time: string) => sweepDue({ time }, minutes);
async function sweptAt(time: string) {
  await settleAll();
  await sweep(time);
  await settleAll();
  return (await allMessages()).filter(({ claim }) => claim.startsWith('dashboard:'));
}
const due = async () =>
  (await Array.fromAsync(readAll()))
    .filter(({ reason }) => reason === 'dashboard_mail')
    .map(({ at }) => at)
    .toSorted();

const changeAnn = async (over: Partial<User>) => {
  const before = await userStore.get(acme, ann);
  const after = { ...before, ...over, version: before.version + 1 };
  await userStore.save({ of: userRecord, before, after, events: [] }, aContext());
};

describe('a dashboard that is mailed', () => {
  it('says every week what its tiles say, in words and tables, each tile by itself', async () => {
    expect((await put()).body).toMatchObject({ weekday: 'monday', at: '08:00', nextAt: monday8 });
    const [sent, ...more] = await sweptAt(monday8);
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ to: 'ann@acme.test', subject: 'Monday, 23 November 2026' });
    expect(sent?.text).toContain('Sellers\n- Of | Won | Revenue won\n- ');
    expect(sent?.text).toContain('- Ben | 1 | €300.00');
    expect(sent?.text).toMatch(/Lost <pipeline>\n.*pipeline/);
    expect(sent?.text).toContain(`https://crm.acme.test/dashboards?id=${dashboardId}`);
    expect(sent?.html).toContain('<h2 style="font-size:16px">Lost &lt;pipeline&gt;</h2>');
    expect(sent?.html).not.toMatch(/<img|src=/);
  });

  it('comes once a week, however often, at once and late it is swept', async () => {
    await put();
    await settleAll();
    await Promise.all([sweep(monday8), sweep(monday8), sweep(monday8)]);
    for (const time of [monday8, '2026-11-23T12:00:00.000Z', '2026-11-29T22:00:00.000Z'])
      expect(await sweptAt(time)).toHaveLength(1);
    expect(await due()).toEqual([nextMonday8]);
    expect(await sweptAt(nextMonday8)).toHaveLength(2);
  });

  it('that was missed comes late, once, and the next on its day', async () => {
    await put();
    expect(await sweptAt('2026-12-09T10:00:00.000Z')).toHaveLength(1);
    expect(await due()).toEqual(['2026-12-14T07:00:00.000Z']);
  });

  it('goes with the wall clock where its reader is, over a change of the clocks too', async () => {
    await put({ weekday: 'sunday', at: '09:00' }, { now: '2027-03-20T12:00:00.000Z' });
    await settleAll();
    expect(await due()).toEqual(['2027-03-21T08:00:00.000Z']);
    expect(await sweptAt('2027-03-21T08:00:00.000Z')).toHaveLength(1);
    expect(await due()).toEqual(['2027-03-28T07:00:00.000Z']); // in Berlin the clocks went forward that night
    const before = preferencesOf(await getItem(preferencesKey(acme, ann)));
    const after = { ...before, timeZone: 'America/New_York', version: before.version + 1 };
    await commit([preferencesWrite(acme, ann, before, after)]);
    await settleAll();
    expect(await due()).toEqual(['2027-03-28T13:00:00.000Z']);
  });

  it('shows a seller the seller’s numbers, with the rights that they have by then', async () => {
    await put();
    const { memberships } = await keepRole({ deal: { amountCents: 'hidden' } }, { deal: own });
    await changeAnn({ roles: (memberships?.[0]?.roles ?? []) as never });
    const [sent] = await sweptAt(monday8);
    expect(sent?.text).toMatch(/Sellers\n- Of \| Won \| Revenue won\n- Ann Archer \| 1 \| –\n/);
    expect(sent?.text).not.toContain('Ben |');
  });

  it('stops for who is deactivated, and goes on when they are here again', async () => {
    await put();
    await settleAll();
    await changeAnn({ status: 'deactivated' });
    expect(await sweptAt(monday8)).toEqual([]);
    expect(await due()).toEqual([]);
    await changeAnn({ status: 'active' });
    expect(await sweptAt(nextMonday8)).toHaveLength(1);
  });

  it('stops where it may not be seen any more, or is deleted', async () => {
    await put();
    await settleAll();
    const before = await dashboardStore.get(acme, dashboardId);
    await dashboardStore.save(patchDashboard(before, { visibility: 'private' }, noon), aContext());
    expect(await sweptAt(monday8)).toEqual([]);
    expect(await due()).toEqual([]);
    const asBen: Call = { userId: ben };
    await put({}, asBen);
    await dashboardStore.save(deleteDashboard(await dashboardStore.get(acme, dashboardId)), aContext());
    expect(await sweptAt(monday8)).toEqual([]);
    expect(await due()).toEqual([]);
  });

  it('stops by one click on its link, which opening alone does not', async () => {
    await put();
    const [sent] = await sweptAt(monday8);
    const token = /dashboard-mails\/(\S+)/.exec(sent?.text ?? '')?.[1] ?? '';
    const page = await call(mail, getDashboardMailPageRoute, { params: { token } });
    expect([page.status, String(page.body)]).toEqual([200, expect.stringContaining('<button>')]);
    expect(await due()).toEqual([nextMonday8]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const click = () =>
      call(mail, stopDashboardMailRoute, {
        params: { token },
        headers,
        rawBody: 'List-Unsubscribe=One-Click',
      });
    for (let n = 0; n < 2; n++) expect((await click()).status).toBe(200);
    await settleAll();
    expect(await due()).toEqual([]);
    const forged = await call(mail, stopDashboardMailRoute, {
      params: { token: token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')) },
      headers,
      rawBody: '',
    });
    expect(forged).toMatchObject({ status: 404, body: { code: 'unsubscribe_link_invalid' } });
  });

  it('is asked for by each for themselves, changed, and put away', async () => {
    const get = () => call(handler, getDashboardSubscriptionRoute, { params: params() });
    expect(await get()).toMatchObject({ status: 404, body: { code: 'subscription_not_found' } });
    await put();
    expect((await put({ weekday: 'friday', at: '17:30' })).body.nextAt).toBe('2026-11-27T16:30:00.000Z');
    expect((await get()).body).toMatchObject({ weekday: 'friday', at: '17:30' });
    await settleAll();
    expect(await due()).toEqual(['2026-11-27T16:30:00.000Z']);
    const gone = () => call(handler, deleteDashboardSubscriptionRoute, { params: params() });
    for (let n = 0; n < 2; n++) expect((await gone()).status).toBe(204);
    expect((await get()).status).toBe(404);
    const hidden = await keep(dashboardRecord, aDashboard({ id: newId('dashboard'), ownerId: ben }));
    expect(await put({}, { params: { dashboardId: hidden.id } })).toMatchObject({ status: 404 });
  });
});
