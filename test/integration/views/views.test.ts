import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/segments/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { segmentRecord } from '../../../shared/segments/segment.ts';
import { viewRecord } from '../../../shared/views/view.ts';
import {
  createViewRoute,
  deleteViewRoute,
  getViewRoute,
  listViewsRoute,
  patchViewRoute,
  viewRoutes,
} from '../../../shared/views/view-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, ann, ben, globex, monday, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aView } from '../../fixtures/view.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeEach(async () => {
  await useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
});

const asBen: Call = { userId: ben, role: 'rep' };
const make = (body: object = {}, more: Call = {}) =>
  call(handler, createViewRoute, { body: { name: 'Mine', of: 'deal', ...body }, ...more });
const get = (viewId: string, more: Call = {}) => call(handler, getViewRoute, { params: { viewId }, ...more });
const patch = (viewId: string, body: object, more: Call = {}) =>
  call(handler, patchViewRoute, { params: { viewId }, body, ...more });
const remove = (viewId: string, more: Call = {}) =>
  call(handler, deleteViewRoute, { params: { viewId }, ...more });
const list = async (query: Record<string, string> = {}, more: Call = {}) => {
  await settleAll();
  return call(handler, listViewsRoute, { query, ...more });
};
const namesIn = async (query: Record<string, string> = {}, more: Call = {}) =>
  (await list(query, more)).body.items.map(({ name }) => name);
const aSegment = (over: object = {}) =>
  keep(segmentRecord, {
    id: newId('segment'),
    workspaceId: acme,
    version: 1,
    createdAt: monday,
    updatedAt: monday,
    name: 'Great',
    of: 'deal',
    condition: { amountCents: { $gte: 5 } },
    ...over,
  });

describe('views', () => {
  it('VIEW-2: are listed whole by kind and position, mine and the shared ones, in two requests a page', async () => {
    await make({ name: 'b', position: 2, visibility: 'shared' }, asBen);
    await make({ name: 'a', position: 1 });
    await make({ name: 'c', position: 3, filter: { status: 'open' } });
    await make({ name: 'people', of: 'contact' });
    await make({ name: 'hidden' }, asBen);
    const answer = await list({ of: 'deal' });
    expect(answer.body.items.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(answer.body.items[2]).toMatchObject({ filter: { status: 'open' }, ownerId: ann, version: 1 });
    expect(answer.headers['rapport-capacity']).toMatch(/^requests=2;/);
    expect(await namesIn()).toEqual(['people', 'a', 'b', 'c']);
    const first = await list({ of: 'deal', limit: '2' });
    const { cursor = '' } = first.body;
    expect(await namesIn({ of: 'deal', limit: '2', cursor })).toEqual(['c']);
    expect((await list({ of: 'deal', cursor }, asBen)).status).toBe(400);
  });

  it('that are private are nobody else’s, administrators’ neither', async () => {
    const { body } = await make({ filter: { amountCents: { $gte: 5 } } }, asBen);
    for (const answer of [await get(body.id), await patch(body.id, { name: 'x' }), await remove(body.id)])
      expect(answer).toMatchObject({ status: 404, body: { code: 'view_not_found' } });
    expect(await namesIn()).toEqual([]);
    expect((await get(body.id, asBen)).body).toEqual(body);
  });

  it('that are shared everybody sees, and their maker and administrators change', async () => {
    const cyd: Call = { userId: newId('user'), role: 'manager' };
    const { body } = await make({ visibility: 'shared' }, asBen);
    expect((await get(body.id, cyd)).status).toBe(200);
    expect(await namesIn({}, cyd)).toEqual(['Mine']);
    for (const answer of [await patch(body.id, { name: 'x' }, cyd), await remove(body.id, cyd)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'record_out_of_reach' } });
    expect((await patch(body.id, { name: 'Ours' })).body).toMatchObject({ name: 'Ours', ownerId: ben });
    expect(await patch(body.id, { visibility: 'private' })).toMatchObject({ status: 403 });
    expect(await patch(body.id, { visibility: 'private' }, asBen)).toMatchObject({ status: 200 });
    expect(await namesIn({}, cyd)).toEqual([]);
    expect(await get(body.id)).toMatchObject({ status: 404 });
  });

  it('are deleted by whoever may change them, and are in no list then', async () => {
    const { body } = await make({ visibility: 'shared' }, asBen);
    expect(await namesIn()).toEqual(['Mine']);
    expect((await remove(body.id)).status).toBe(204);
    expect((await get(body.id)).status).toBe(404);
    expect(await namesIn()).toEqual([]);
  });

  it('are changed on the version that was read, and not at all where nothing would be another', async () => {
    const { body, headers } = await make();
    expect(headers.etag).toBe('"1"');
    expect((await patch(body.id, { name: 'Mine' })).body.version).toBe(1);
    expect(await patch(body.id, { name: 'Two' })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const stale = { headers: { 'if-match': '"1"' } };
    expect(await patch(body.id, { name: 'Three' }, stale)).toMatchObject({ status: 412 });
    expect(await remove(body.id, stale)).toMatchObject({ status: 412 });
  });

  it('are made once by a request that is sent again', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await make({}, { headers }), await make({}, { headers })];
    expect(second.body).toEqual(first.body);
    expect(await namesIn()).toEqual(['Mine']);
  });

  it('ask for what their maker may ask for', async () => {
    expect(await make({ filter: { shoes: 1 } })).toMatchObject({
      status: 400,
      body: { code: 'condition_invalid', errors: [{ pointer: '/filter/shoes' }] },
    });
    const { body } = await make();
    expect(await patch(body.id, { filter: { status: 'gone' } })).toMatchObject({
      status: 400,
      body: { code: 'condition_invalid', errors: [{ pointer: '/filter/status' }] },
    });
  });

  it('name a segment of their own kind and a pipeline that is there', async () => {
    const [deals, contacts] = [await aSegment(), await aSegment({ of: 'contact', condition: { score: 5 } })];
    expect(await make({ segmentId: deals.id, pipelineId })).toMatchObject({ status: 201 });
    const unknown = [
      { segmentId: contacts.id },
      { segmentId: newId('segment') },
      { pipelineId: newId('pipeline') },
    ];
    for (const body of unknown)
      expect(await make(body)).toMatchObject({ status: 400, body: { code: 'reference_unknown' } });
  });

  it('VIEW-3: are a hundred of somebody’s own at most, and two hundred shared ones', async () => {
    await Promise.all(Array.from({ length: 100 }, () => keep(viewRecord, aView({ id: newId('view') }))));
    await settleAll();
    expect(await make()).toMatchObject({ status: 409, body: { code: 'too_many_views' } });
    expect(await make({}, asBen)).toMatchObject({ status: 201 });
    const { body } = await make({ visibility: 'shared' });
    expect(body.visibility).toBe('shared');
    expect(await patch(body.id, { visibility: 'private' })).toMatchObject({
      status: 409,
      body: { code: 'too_many_views' },
    });
  });

  it('are not of keys that are held to less than their user may', async () => {
    const key: Call = { keyId: newId('key'), scopes: ['contacts:read'] };
    for (const answer of [await make({}, key), await list({}, key), await get(newId('view'), key)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
  });
});

const [theirs, theirSegment, theirPipeline] = [newId('view'), newId('segment'), newId('pipeline')];
beforeEach(async () => {
  const there = { workspaceId: globex, visibility: 'shared' } as const;
  await keep(viewRecord, aView({ ...there, id: theirs }));
  await aSegment({ workspaceId: globex, id: theirSegment });
  await keep(pipelineRecord, aPipeline({ workspaceId: globex, id: theirPipeline }));
});
itHidesOtherWorkspaces({
  handler,
  routes: viewRoutes,
  theirs: () => ({ viewId: theirs, segmentId: theirSegment, pipelineId: theirPipeline }),
  nobodys: { viewId: newId('view'), segmentId: newId('segment'), pipelineId: newId('pipeline') },
});
