import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dashboardRecord } from '../../../shared/dashboards/dashboard.ts';
import {
  createDashboardRoute,
  dashboardRoutes,
  deleteDashboardRoute,
  getDashboardRoute,
  getTileFiguresRoute,
  listDashboardsRoute,
  patchDashboardRoute,
} from '../../../shared/dashboards/dashboard-routes.ts';
import { deletePrivateDashboards } from '../../../shared/dashboards/dashboard-store.ts';
import type { Tile } from '../../../shared/dashboards/tile.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aDashboard } from '../../fixtures/dashboard.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, globex, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { ownAlone as own } from '../../fixtures/policy.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeEach(async () => {
  await useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ defaultPipelineId: pipelineId }));
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', name: 'Ben' }));
});

const asBen: Call = { userId: ben, role: 'rep' };
const tile = { report: 'sales', query: { splitBy: 'owner' }, period: 'last_12_months' };
const make = (body: object = {}, more: Call = {}) =>
  call(handler, createDashboardRoute, { body: { name: 'Mine', tiles: [tile], ...body }, ...more });
const get = (dashboardId: string, more: Call = {}) =>
  call(handler, getDashboardRoute, { params: { dashboardId }, ...more });
const patch = (dashboardId: string, body: object, more: Call = {}) =>
  call(handler, patchDashboardRoute, { params: { dashboardId }, body, ...more });
const remove = (dashboardId: string, more: Call = {}) =>
  call(handler, deleteDashboardRoute, { params: { dashboardId }, ...more });
const figures = (dashboardId: string, tileId = 't1', more: Call = {}) =>
  call(handler, getTileFiguresRoute, { params: { dashboardId, tileId }, ...more });
const namesIn = async (query: Record<string, string> = {}, more: Call = {}) => {
  await settleAll();
  return (await call(handler, listDashboardsRoute, { query, ...more })).body.items.map(({ name }) => name);
};
const won = (over: Partial<Deal>) =>
  keep(
    dealRecord,
    aDeal({ id: newId('deal'), status: 'won', stageId: 'won', closedAt: monday, currency: 'EUR', ...over }),
  );

describe('dashboards', () => {
  it('DASH-2: are listed by name, mine and the shared ones, page by page', async () => {
    await make({ name: 'b', visibility: 'shared' }, asBen);
    await make({ name: 'A' });
    await make({ name: 'hidden' }, asBen);
    await make({ name: 'c' });
    expect(await namesIn()).toEqual(['A', 'b', 'c']);
    const first = await call(handler, listDashboardsRoute, { query: { limit: '2' } });
    expect(first.headers['rapport-capacity']).toMatch(/^requests=3;/);
    expect(await namesIn({ limit: '2', cursor: first.body.cursor ?? '' })).toEqual(['c']);
  });

  it('that are private are nobody else’s, administrators’ neither', async () => {
    const { body } = await make({}, asBen);
    for (const answer of [
      await get(body.id),
      await patch(body.id, { name: 'x' }),
      await remove(body.id),
      await figures(body.id),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'dashboard_not_found' } });
    expect((await get(body.id, asBen)).body).toEqual(body);
  });

  it('that are shared everybody sees; their maker and administrators change them, and who made one takes it back', async () => {
    const cyd: Call = { userId: newId('user'), role: 'manager' };
    const { body } = await make({ visibility: 'shared' }, asBen);
    expect(await namesIn({}, cyd)).toEqual(['Mine']);
    for (const answer of [await patch(body.id, { name: 'x' }, cyd), await remove(body.id, cyd)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'record_out_of_reach' } });
    expect((await patch(body.id, { name: 'Ours' })).body).toMatchObject({ name: 'Ours', ownerId: ben });
    expect(await patch(body.id, { visibility: 'private' })).toMatchObject({ status: 403 });
    expect(await patch(body.id, { visibility: 'private' }, asBen)).toMatchObject({ status: 200 });
    expect(await get(body.id)).toMatchObject({ status: 404 });
  });

  it('are changed on the version that was read; tiles are replaced as a whole, in their order', async () => {
    const { body, headers } = await make({ tiles: [tile, { report: 'funnel' }] });
    expect([headers.etag, body.tiles.map(({ id }) => id)]).toEqual(['"1"', ['t1', 't2']]);
    const turned = await patch(body.id, { tiles: body.tiles.toReversed() });
    expect(turned.body.tiles.map(({ report }) => report)).toEqual(['funnel', 'sales']);
    expect((await patch(body.id, { tiles: body.tiles.toReversed() })).body.version).toBe(2);
    const stale = { headers: { 'if-match': '"1"' } };
    expect(await patch(body.id, { name: 'Three' }, stale)).toMatchObject({ status: 412 });
    expect(await remove(body.id, stale)).toMatchObject({ status: 412 });
    expect((await remove(body.id)).status).toBe(204);
    expect(await namesIn()).toEqual([]);
  });

  it('are made once by a request that is sent again', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await make({}, { headers }), await make({}, { headers })];
    expect(second.body).toEqual(first.body);
    expect(await namesIn()).toEqual(['Mine']);
  });

  it('take no tile that its report cannot be asked for, and keep one that cannot be asked for any more', async () => {
    const refused = await make({ tiles: [tile, { report: 'sales', query: { splitBy: 'shoes' } }] });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer: '/tiles/1/query/splitBy' }] },
    });
    const gone: Tile = { id: 't9', report: 'weather', query: {}, figures: [], chart: 'bar' };
    const { id } = await keep(dashboardRecord, aDashboard({ tiles: [gone] }));
    expect((await patch(id, { name: 'Still here' })).status).toBe(200);
    expect((await patch(id, { tiles: [gone, tile] })).status).toBe(200);
    expect(await figures(id, 't9')).toMatchObject({ status: 410, body: { code: 'report_gone' } });
  });

  it('DASH-3: are fifty of somebody’s own at most', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () => keep(dashboardRecord, aDashboard({ id: newId('dashboard') }))),
    );
    await settleAll();
    expect(await make()).toMatchObject({ status: 409, body: { code: 'too_many_dashboards' } });
    expect((await make({ visibility: 'shared' })).status).toBe(201);
  });

  it('DASH-4: of who is gone, those that nobody else sees go too', async () => {
    const [own, shared] = [await make({}, asBen), await make({ visibility: 'shared' }, asBen)];
    await settleAll();
    await deletePrivateDashboards(ben, aContext());
    expect((await get(own.body.id, asBen)).status).toBe(404);
    expect((await get(shared.body.id)).status).toBe(200);
  });
});

describe('a tile', () => {
  const sold = async () => {
    await won({ ownerId: ann, amountCents: 700 });
    await won({ ownerId: ben, amountCents: 300 });
    await settleAll();
    const asked = { ...tile, figures: ['won', 'wonAmount', 'winRate'] };
    return (await make({ visibility: 'shared', tiles: [asked, { report: 'orders' }] })).body.id;
  };

  it('says what its report says in the months of its period, by names', async () => {
    const { body } = await figures(await sold());
    expect(body).toMatchObject({
      ...{ report: 'sales', part: 'rows', more: 0 },
      query: { splitBy: 'owner', from: '2025-12', to: '2026-11' },
      columns: [
        { name: 'won', kind: 'number' },
        { name: 'wonAmount', kind: 'money' },
        { name: 'winRate', kind: 'share' },
      ],
    });
    expect(body.lines).toContainEqual({ value: ben, name: 'Ben', cells: [1, { EUR: 300 }, 1] });
    expect(body.lines).toHaveLength(2);
  });

  it('is read with the rights of who looks at it', async () => {
    const id = await sold();
    const seller = { ...(await keepRole({ deal: { amountCents: 'hidden' } }, { deal: own })), userId: ben };
    const { body } = await figures(id, 't1', seller);
    expect(body.lines.map(({ value, cells }) => [value, cells])).toEqual([[ben, [1, null, 1]]]);
  });

  it('says by itself that it cannot be asked: no permission, a pipeline that is gone, no such tile', async () => {
    const id = await sold();
    const none = { read: 'none', create: 'none', edit: 'none', delete: 'none', export: 'none' } as const;
    const shut = await keepRole({}, { order: { ...none, unassigned: false } });
    expect((await figures(id, 't1', shut)).status).toBe(200);
    expect(await figures(id, 't2', shut)).toMatchObject({
      status: 403,
      body: { code: 'permission_missing' },
    });
    const gone = await make({ tiles: [{ ...tile, query: { pipelineId: newId('pipeline') } }] });
    expect(await figures(gone.body.id)).toMatchObject({ status: 404, body: { code: 'pipeline_not_found' } });
    expect(await figures(id, 'nope')).toMatchObject({ status: 404, body: { code: 'tile_not_found' } });
  });

  it('names lists that lie in rows by both, and shows a hundred lines', async () => {
    for (let n = 0; n < 110; n++) await won({ campaign: `C${String(n).padStart(3, '0')}` });
    await settleAll();
    const { body: made } = await make({
      tiles: [
        { report: 'sales', query: { splitBy: 'campaign' } },
        { report: 'funnel', query: { splitBy: 'owner' }, part: 'rows.stages', figures: ['entered'] },
      ],
    });
    expect((await figures(made.id)).body).toMatchObject({ more: 10 });
    const { body } = await figures(made.id, 't2');
    expect(body.lines[0]).toMatchObject({ name: expect.stringMatching(/.+ · .+/) });
  });
});

const theirs = newId('dashboard');
beforeEach(async () => {
  await keep(dashboardRecord, aDashboard({ id: theirs, workspaceId: globex, visibility: 'shared' }));
});
itHidesOtherWorkspaces({
  handler,
  routes: dashboardRoutes,
  theirs: () => ({ dashboardId: theirs }),
  nobodys: { dashboardId: newId('dashboard') },
});
