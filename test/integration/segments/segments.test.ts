import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as lookAtQueued } from '../../../functions/projections/project-queued.ts';
import { handler } from '../../../functions/segments/api.ts';
import { handler as reproject } from '../../../functions/segments/on-definitions-changed-reproject.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { segmentRecord } from '../../../shared/segments/segment.ts';
import {
  createSegmentRoute,
  deleteSegmentRoute,
  getSegmentRoute,
  listSegmentMembersRoute,
  listSegmentsRoute,
  patchSegmentRoute,
  previewSegmentRoute,
  segmentRoutes,
} from '../../../shared/segments/segment-routes.ts';
import { patchWorkspace, workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, globex, monday } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const sqs = mockClient(SQSClient);
let queue: string[] = [];
beforeEach(async () => {
  await useSecret();
  await useTable();
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/1/keys';
  queue = [];
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
    queue.push(...Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody));
    return { Successful: [], Failed: [] };
  });
  await keep(workspaceRecord, aWorkspace());
});

const message = (body: string) => ({ Records: [{ messageId: '1', body }] }) as unknown as SQSEvent;
const event = (type: string, fields: string[] = []) => {
  const data = { recordId: 'sg_1', recordVersion: 1, fields };
  const detail = { id: 'ch_1.0', workspaceId: acme, at: monday, version: 1, data };
  return message(JSON.stringify({ 'detail-type': type, detail }));
};
/** What the bus and the queue of keys bring about until both are still; how many messages that took. */
async function rest(type = 'segment.updated', fields: string[] = []): Promise<number> {
  expect(await reproject(event(type, fields))).toEqual({ batchItemFailures: [] });
  let messages = 0;
  for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
    expect(await lookAtQueued(message(body))).toEqual({ batchItemFailures: [] });
    messages++;
  }
  return messages;
}

const make = (condition: object, more: object = {}) =>
  call(handler, createSegmentRoute, { body: { name: 'Some', of: 'contact', condition }, ...more });
const idOf = async (condition: object) => (await make(condition)).body.id;
const get = (segmentId: string, more: object = {}) =>
  call(handler, getSegmentRoute, { params: { segmentId }, ...more });
const members = (segmentId: string, more: object = {}) =>
  call(handler, listSegmentMembersRoute, { params: { segmentId }, ...more });
const idsIn = async (segmentId: string, more: object = {}) =>
  ((await members(segmentId, more)).body.items as { id: string }[]).map(({ id }) => id);
const contact = (over: Partial<Contact> = {}) =>
  keep(contactRecord, aContact({ id: newId('contact'), emails: [], ...over }));

describe('a segment', () => {
  it('SEGMENT-5: has those who were there once they were looked at, page by page, and says when that is', async () => {
    for (let n = 0; n < 130; n++) await contact({ lifecycle: n % 2 === 0 ? 'lead' : 'customer' });
    await settleAll();
    const { status, body } = await make({ lifecycle: 'lead' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ready: false, of: 'contact', version: 1 });
    expect(await get(body.id)).toMatchObject({ body: { ready: false, memberCount: 0 } });
    expect(await rest('segment.created')).toBe(2);
    expect(await get(body.id)).toMatchObject({ body: { ready: true, memberCount: 65 } });
    const page = await members(body.id, { query: { limit: '50' } });
    expect(page.body.items).toHaveLength(50);
    expect(page.headers['rapport-capacity']).toMatch(/^requests=4;/); // the first in a process asks for the segment's kind
    const { cursor = '' } = page.body;
    const next = await members(body.id, { query: { limit: '50', cursor } });
    expect(next.body.items).toHaveLength(15);
    expect(next.headers['rapport-capacity']).toMatch(/^requests=2;/);
    expect(next.body.cursor).toBeUndefined();
  });

  it('SEGMENT-2: is listed with those of its kind, and alone where the kind is asked for', async () => {
    const contacts = await idOf({ lifecycle: 'lead' });
    await call(handler, createSegmentRoute, {
      body: { name: 'Big', of: 'deal', condition: { amountCents: { $gt: 5 } } },
    });
    await settleAll();
    const list = async (query: Record<string, string>) =>
      (await call(handler, listSegmentsRoute, { query })).body.items.map(({ id }) => id);
    expect(await list({})).toHaveLength(2);
    expect(await list({ of: 'contact' })).toEqual([contacts]);
  });

  it('follows its condition when that is changed, and is not ready until it does', async () => {
    const [lead, customer] = [await contact(), await contact({ lifecycle: 'customer' })];
    await settleAll();
    const id = await idOf({ lifecycle: 'lead' });
    await rest();
    expect(await idsIn(id)).toEqual([lead.id]);
    const body = { condition: { lifecycle: 'customer' } };
    expect(await call(handler, patchSegmentRoute, { params: { segmentId: id }, body })).toMatchObject({
      status: 200,
      body: { ready: false, condition: { lifecycle: 'customer' }, version: 2 },
    });
    await rest();
    expect(await idsIn(id)).toEqual([customer.id]);
    expect((await get(id)).body.ready).toBe(true);
  });

  it('stays ready, and nobody is looked at, when only its name is changed', async () => {
    const id = await idOf({ lifecycle: 'lead' });
    await rest();
    const patched = await call(handler, patchSegmentRoute, {
      params: { segmentId: id },
      body: { name: 'Other' },
    });
    expect(patched.body).toMatchObject({ name: 'Other', ready: true });
    expect(await rest()).toBe(0);
  });

  it('is gone with its members when it is deleted, and others stay', async () => {
    const { id: leadId } = await contact();
    await settleAll();
    const [id, other] = [await idOf({ lifecycle: 'lead' }), await idOf({ 'source.kind': 'api' })];
    await rest();
    expect(await call(handler, deleteSegmentRoute, { params: { segmentId: id } })).toMatchObject({
      status: 204,
    });
    await rest('segment.deleted');
    expect(await members(id)).toMatchObject({ status: 404, body: { code: 'segment_not_found' } });
    expect(await get(id)).toMatchObject({ status: 404 });
    expect(await idsIn(other)).toEqual([leadId]);
  });

  it('counts days by the workspace’s zone, also by another one when that is changed', async () => {
    const id = await idOf({ createdAt: { $lt: '2026-11-16' } });
    const { id: early } = await contact({ createdAt: '2026-11-16T02:00:00.000Z' });
    await settleAll();
    await rest();
    expect(await idsIn(id)).toEqual([]);
    const by = aContext();
    const zone = { timeZone: 'America/New_York' };
    await workspaceStore.save(patchWorkspace(await workspaceStore.get(acme, acme), zone, by), by);
    await rest('workspace.updated', ['timeZone']);
    expect(await idsIn(id)).toEqual([early]);
    expect((await get(id)).body.ready).toBe(true);
  });

  it('is kept among those that are made at the same moment', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => make({ lifecycle: 'lead' })));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { id } = await contact();
    await settleAll();
    for (const { body } of made) expect(await idsIn(body.id)).toEqual([id]);
  });

  it('is made once where it is asked for unless it is there, also by several at the same moment', async () => {
    const condition = { riskBand: 'high', orderCount: { $gte: 2 } };
    const once = () =>
      call(handler, createSegmentRoute, {
        body: { name: 'Win back', of: 'contact', condition, unlessThere: true },
      });
    const made = await Promise.all(Array.from({ length: 4 }, once));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(made.find(({ status }) => status === 201)?.body).not.toHaveProperty('unlessThere');
    expect((await once()).body.code).toBe('segment_exists');
    expect((await make(condition)).status).toBe(201);
  });
});

describe('a condition is refused where it is wrong', () => {
  it.each([
    [{ lifecycle: 'ld' }, 'condition_invalid', '/condition/lifecycle'],
    [{ shoes: 1 }, 'condition_invalid', '/condition/shoes'],
    [{ lifecycle: { $gt: 5 } }, 'condition_invalid', '/condition/lifecycle/$gt'],
    [{ $or: [{ lifecycle: {} }] }, 'validation_failed', '/condition/$or/0/lifecycle'],
    [
      { tags: { $in: Array.from({ length: 90 }, (_, n) => `${n}`.repeat(30)) } },
      'validation_failed',
      '/condition',
    ],
  ])('%#', async (condition, code, pointer) => {
    const answer = await make(condition);
    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ pointer }] } });
  });
  it('and a name of a prototype is a field that is not there', async () => {
    const rawBody = '{"name":"x","of":"contact","condition":{"__proto__":{"$eq":1}}}';
    const headers = { 'content-type': 'application/json' };
    expect(await call(handler, createSegmentRoute, { rawBody, headers })).toMatchObject({ status: 400 });
  });
});

describe('what is in reach', () => {
  it('alone is shown and counted: a rep has their own and nobody’s', async () => {
    const anns = await contact({ ownerId: ann, createdAt: '2026-11-16T08:00:00.000Z' });
    await contact({ ownerId: ben });
    await settleAll();
    const id = await idOf({ lifecycle: 'lead' });
    await rest();
    expect(await idsIn(id)).toHaveLength(2);
    const asRep = { role: 'rep' as const, userId: ann };
    const seen = await idsIn(id, asRep);
    expect(seen).toContain(anns.id);
    expect(seen).toHaveLength((await get(id, asRep)).body.memberCount ?? -1);
    expect(seen).toHaveLength(1);
  });

  it('is what a preview looks at, and it stores nothing', async () => {
    await contact({ lifecycle: 'customer' });
    const lead = await contact({ ownerId: ann });
    await keep(dealRecord, aDeal());
    await settleAll();
    const body = { of: 'contact' as const, condition: { lifecycle: 'lead' } };
    const preview = await call(handler, previewSegmentRoute, { body });
    expect(preview.body).toMatchObject({ of: 'contact', looked: 2, matching: 1, items: [{ id: lead.id }] });
    expect(preview.headers['rapport-capacity']).toMatch(/^requests=[34];/);
    expect((await call(handler, listSegmentsRoute, {})).body.items).toEqual([]);
  });
});

let theirs = '';
beforeEach(async () => {
  theirs = newId('segment');
  await keep(segmentRecord, {
    ...{ id: theirs, workspaceId: globex, version: 1, createdAt: monday, updatedAt: monday },
    ...{ name: 'Leads', of: 'contact', condition: { lifecycle: 'lead' } },
  });
});
itHidesOtherWorkspaces({
  handler,
  routes: segmentRoutes,
  theirs: () => ({ segmentId: theirs }),
  nobodys: { segmentId: newId('segment') },
});
