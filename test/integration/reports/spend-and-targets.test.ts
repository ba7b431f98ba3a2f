import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as fields } from '../../../functions/fields/api.ts';
import { handler as identity } from '../../../functions/identity/api.ts';
import { handler } from '../../../functions/reports/api.ts';
import { teamRecord } from '../../../shared/access/team.ts';
import { newId } from '../../../shared/core/ids.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { createFieldRoute, patchFieldRoute } from '../../../shared/fields/field-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { deleteSpendRoute, listSpendRoute, putSpendRoute } from '../../../shared/reports/spend-routes.ts';
import {
  deleteTargetRoute,
  listTargetsRoute,
  putTargetRoute,
} from '../../../shared/reports/target-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { patchWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { acme, ann, ben, globex, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const teamId = newId('team', monday);
beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  for (const id of [acme, globex]) await keep(workspaceRecord, aWorkspace({ id }));
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
  const team = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  await keep(teamRecord, { ...team, id: teamId, name: 'North', managerIds: [], memberIds: [ben] } as never);
  await settleAll();
});

const spend = (body: object, more: Call = {}) =>
  call(handler, putSpendRoute, { body: { month: '2026-11', source: 'LinkedIn', ...body }, ...more });
const target = (body: object, more: Call = {}) =>
  call(handler, putTargetRoute, { body: { month: '2026-11', ...body }, ...more });
const year = { from: '2026-01', to: '2026-12' };
async function spent(query: Record<string, string> = year, more: Call = {}) {
  await settleAll();
  return call(handler, listSpendRoute, { query, ...more });
}
async function targets(more: Call = {}, query: Record<string, string> = year) {
  await settleAll();
  return call(handler, listTargetsRoute, { query, ...more });
}

describe('spend', () => {
  it('is one a month, source and campaign, in whatever spelling, and in the workspace’s currency', async () => {
    const made = await spend({ amountCents: 100 });
    expect([made.status, made.headers.etag, made.body.source]).toEqual([201, '"1"', 'linkedin']);
    const again = await spend({ source: ' LINKEDIN', amountCents: 250 });
    expect([again.status, again.body.id, again.body.version]).toEqual([200, made.body.id, 2]);
    expect((await spend({ amountCents: 250 })).body.version).toBe(2);
    await spend({ campaign: 'Autumn', amountCents: 7, currency: 'USD' });
    await spend({ month: '2026-10', source: 'Fair / Hall 3 #2?', amountCents: 9 });
    const { items } = (await spent()).body;
    const shown = items.map(({ month, source, campaign, amountCents, currency }) => [
      ...[month, source, campaign, amountCents, currency],
    ]);
    expect(shown).toEqual([
      ['2026-10', 'fair / hall 3 #2?', undefined, 9, 'EUR'],
      ['2026-11', 'linkedin', undefined, 250, 'EUR'],
      ['2026-11', 'linkedin', 'autumn', 7, 'USD'],
    ]);
  });

  it('said twenty times at once is one, and each word counts', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => spend({ amountCents: n + 1 })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const { items } = (await spent()).body;
    expect(items).toHaveLength(1);
    expect(items[0]?.version).toBe(20);
  });

  it('is listed of the months that are asked for, page by page', async () => {
    for (const month of ['2025-12', '2026-01', '2026-02', '2026-03']) await spend({ month, amountCents: 1 });
    const first = (await spent({ from: '2026-01', to: '2026-03', limit: '2' })).body;
    expect(first.items.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    const rest = await spent({ from: '2026-01', to: '2026-03', limit: '2', cursor: first.cursor ?? '' });
    expect(rest.body.items.map(({ month }) => month)).toEqual(['2026-03']);
    expect(rest.body.cursor).toBeUndefined();
    const crossed = { status: 400, body: { errors: [{ pointer: '/from', code: 'period_crossed' }] } };
    expect(await spent({ from: '2026-03', to: '2026-01' })).toMatchObject(crossed);
  });

  it('is held to the version that was read, and goes, and may come again', async () => {
    const stale = { headers: { 'if-match': '"7"' } };
    expect((await spend({ amountCents: 1 }, stale)).status).toBe(412);
    const { body: made } = await spend({ amountCents: 1 });
    expect((await spend({ amountCents: 2 }, stale)).status).toBe(412);
    const params = { spendId: made.id };
    expect((await call(handler, deleteSpendRoute, { params, ...stale })).status).toBe(412);
    expect((await call(handler, deleteSpendRoute, { params })).status).toBe(204);
    expect(await call(handler, deleteSpendRoute, { params })).toMatchObject({
      body: { code: 'spend_not_found' },
    });
    expect((await spent()).body.items).toEqual([]);
    expect((await spend({ amountCents: 3 })).status).toBe(201);
    expect((await spent()).body.items).toMatchObject([{ amountCents: 3 }]);
  });

  it('is read and written by who may, and never of another workspace', async () => {
    await spend({ amountCents: 1 });
    const missing = { status: 403, body: { code: 'permission_missing' } };
    for (const role of ['rep', 'support'] as const)
      expect(await spent(year, { role })).toMatchObject(missing);
    expect(await spend({ amountCents: 2 }, { role: 'marketing' })).toMatchObject(missing);
    expect((await spent(year, { role: 'marketing' })).body.items).toHaveLength(1);
    expect((await spent(year, { workspaceId: globex })).body.items).toEqual([]);
  });
});

describe('targets', () => {
  it('are one a month, of whom and of which pipeline: goals that are said change, null takes one out', async () => {
    const made = await target({ userId: ben, wonCents: 500_000, wonCount: 4 });
    expect([made.status, made.body.currency]).toEqual([201, 'EUR']);
    const more = await target({ userId: ben, calls: 30, wonCount: null });
    expect(more).toMatchObject({ status: 200, body: { id: made.body.id, wonCents: 500_000, calls: 30 } });
    expect(more.body).not.toHaveProperty('wonCount');
    expect((await target({ userId: ben, pipelineId, wonCount: 1 })).status).toBe(201);
    expect((await target({ teamId, meetings: 9 })).status).toBe(201);
    expect((await target({ wonCents: 1 })).status).toBe(201);
    expect((await targets()).body.items).toHaveLength(4);
  });

  it.each([
    ['of nothing', {}, '/wonCents', 'no_goal'],
    ['of somebody and a team', { userId: ben, teamId, calls: 1 }, '/teamId', 'one_subject'],
    ['of calls in one pipeline', { pipelineId, calls: 1 }, '/calls', 'not_by_pipeline'],
    ['of nobody who is here', { userId: newId('user'), calls: 1 }, '/userId', 'reference_unknown'],
    ['of no team', { teamId: newId('team'), calls: 1 }, '/teamId', 'reference_unknown'],
    ['of no pipeline', { pipelineId: newId('pipeline'), wonCount: 1 }, '/pipelineId', 'reference_unknown'],
  ])('are not %s', async (_, body, pointer, code) => {
    expect(await target(body)).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
  });

  it('may not lose their last goal: then they are deleted', async () => {
    const { body: made } = await target({ calls: 1 });
    expect(await target({ calls: null })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'no_goal' }] },
    });
    const params = { targetId: made.id };
    expect((await call(handler, deleteTargetRoute, { params })).status).toBe(204);
    expect((await targets()).body.items).toEqual([]);
  });

  it('of oneself and of one’s teams a rep sees, and no others; a manager sees and sets all', async () => {
    for (const body of [{ userId: ann }, { userId: ben }, { teamId }, {}])
      expect((await target({ ...body, calls: 5 }, { role: 'manager' })).status).toBe(201);
    const asBen: Call = { role: 'rep', userId: ben };
    const seen = (await targets(asBen)).body.items.map(({ userId, teamId: team }) => userId ?? team);
    expect(seen.toSorted()).toEqual([ben, teamId].toSorted());
    expect((await targets({ role: 'manager' })).body.items).toHaveLength(4);
    expect((await target({ userId: ben, calls: 1 }, asBen)).status).toBe(403);
    const key: Call = { ...asBen, keyId: newId('key'), scopes: ['deals:read'] };
    expect(await targets(key)).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
  });
});

describe('the fields that reports are split by besides', () => {
  const makeField = async ({ archived, ...body }: { key: string; type: string; archived?: boolean }) => {
    const options = body.type === 'choice' ? { options: [{ value: 'north', label: 'North' }] } : {};
    const given = { of: 'deal', label: body.key, ...body, ...options };
    const { body: made } = await call(fields, createFieldRoute, { body: given });
    const params = { fieldId: made.id };
    if (archived) await call(fields, patchFieldRoute, { params, body: { archived } });
  };
  const patch = (reportFields: unknown) => call(identity, patchWorkspaceRoute, { body: { reportFields } });
  const refusedAs = (code: string) => ({
    status: 400,
    body: { errors: [{ pointer: '/reportFields/deal', code }] },
  });

  it('are fields in use of a type that splits, one a kind, and are cleared by null', async () => {
    await makeField({ key: 'region', type: 'choice' });
    await makeField({ key: 'budget', type: 'number' });
    await makeField({ key: 'old', type: 'text', archived: true });
    expect(await patch({ deal: 'region' })).toMatchObject({
      status: 200,
      body: { reportFields: { deal: 'region' } },
    });
    expect(await patch({ deal: 'budget' })).toMatchObject(refusedAs('field_not_splittable'));
    expect(await patch({ deal: 'old' })).toMatchObject(refusedAs('field_unknown'));
    expect(await patch({ deal: 'nowhere' })).toMatchObject(refusedAs('field_unknown'));
    expect((await patch({ contact: null })).body.reportFields).toEqual({ deal: 'region' });
    expect((await patch({ deal: null })).body.reportFields).toEqual({});
    await patch({ deal: 'region' });
    expect((await patch(null)).body.reportFields).toEqual({});
  });
});
