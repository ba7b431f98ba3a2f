import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler } from '../../../functions/deals/api.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import {
  listContactDealsRoute,
  listDealsRoute,
  listDealTimelineRoute,
} from '../../../shared/deals/deal-list-routes.ts';
import {
  createDealRoute,
  getDealRoute,
  moveDealRoute,
  patchDealRoute,
  reopenDealRoute,
} from '../../../shared/deals/deal-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ann, contactId, noon, pipelineId } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { published, settle, useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

const later = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
const make = (body: object = {}, more: Call = {}) =>
  call(handler, createDealRoute, { body: { name: 'Refit', ...body }, ...more });
const to = (dealId: string, body: object, more: Call = {}): Call => ({ params: { dealId }, body, ...more });
const move = (id: string, body: object, more: Call = {}) => call(handler, moveDealRoute, to(id, body, more));
const patch = (id: string, body: object, more: Call = {}) =>
  call(handler, patchDealRoute, to(id, body, more));
const reopen = (id: string, body: object = {}, more: Call = {}) =>
  call(handler, reopenDealRoute, to(id, body, more));
const read = (dealId: string, more: Call = {}) =>
  call(handler, getDealRoute, { params: { dealId }, ...more });
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);

describe('POST /v1/deals', () => {
  it('answers 201 with a deal of the default pipeline in the workspace’s currency, and its ETag', async () => {
    const { status, headers, body } = await make({ contactId, ownerId: ann, amountCents: 100 });
    expect([status, headers.etag]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ pipelineId, stageId: 'new', currency: 'EUR', contactId, ownerId: ann });
    expect(body).not.toHaveProperty('workspaceId');
  });

  it.each([
    [
      'a contact that is not there',
      () => ({ contactId: newId('contact') }),
      400,
      'reference_unknown',
      '/contactId',
    ],
    ['an owner who is not there', () => ({ ownerId: newId('user') }), 400, 'reference_unknown', '/ownerId'],
    ['a stage that is not there', () => ({ stageId: 'nowhere' }), 400, 'stage_unknown', '/stageId'],
    ['a closed stage', () => ({ stageId: 'won', amountCents: 1 }), 400, 'stage_closed', '/stageId'],
    [
      'a stage that asks for an amount',
      () => ({ stageId: 'proposal' }),
      400,
      'stage_fields_missing',
      '/amountCents',
    ],
    ['an amount of half a cent', () => ({ amountCents: 0.5 }), 400, 'validation_failed', '/amountCents'],
    ['a field that a deal does not have', () => ({ status: 'won' }), 400, 'validation_failed', '/status'],
  ])('refuses %s', async (_, body, status, code, pointer) => {
    const answer = await make(body());
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
  });

  it('answers 404 for a pipeline that is not there', async () => {
    expect(await make({ pipelineId: newId('pipeline') })).toMatchObject({
      status: 404,
      body: { code: 'pipeline_not_found' },
    });
  });

  it('makes one deal of a request that is sent twenty times at once with one key', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => make({ contactId }, { headers })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    await settleAll();
    const { body } = await call(handler, listContactDealsRoute, { params: { contactId } });
    expect(body.items).toHaveLength(1);
  });
});

describe('GET /v1/deals/{dealId}', () => {
  it('shows the time in each stage, the running stay included, and what last happened, in one request', async () => {
    const { body: deal } = await make({ contactId });
    await move(deal.id, { stageId: 'contacted' }, { now: later(2) });
    const body = { kind: 'call', contactId, dealIds: [deal.id], at: later(3) };
    const { body: logged } = await call(activities, createActivityRoute, { body, now: later(3) });
    await settle();
    const page = await read(deal.id, { now: later(7) });
    expect(page.body).toMatchObject({
      stageId: 'contacted',
      idle: false,
      lastActivity: { at: later(3), kind: 'call', id: logged.id },
      timeInStages: [
        { stageId: 'new', ms: 2 * 3_600_000, current: false },
        { stageId: 'contacted', ms: 5 * 3_600_000, current: true },
      ],
    });
    expect(
      page.body.timeline.items.map((one) =>
        'kind' in one ? one.kind : one.type === 'activity' && one.activity.kind,
      ),
    ).toEqual(['call', 'updated', 'created']);
    expect(requestsOf(page)).toBe(1);
  });

  it('answers 404 for one that is not there', async () => {
    expect(await read(newId('deal'))).toMatchObject({ status: 404, body: { code: 'deal_not_found' } });
  });
});

describe('PATCH /v1/deals/{dealId}', () => {
  it('keeps what is left out, clears what is null, and refuses to change the stage', async () => {
    const { body: deal } = await make({ contactId, amountCents: 5 });
    const { body } = await patch(deal.id, { contactId: null, name: 'Kitchen' });
    expect(body).toMatchObject({ name: 'Kitchen', amountCents: 5, version: 2 });
    expect(body).not.toHaveProperty('contactId');
    expect(await patch(deal.id, { stageId: 'won' })).toMatchObject({ status: 400 });
  });

  it('refuses people who are not there, and what takes from a deal what its stage asks for', async () => {
    const { body: deal } = await make({ amountCents: 5, stageId: 'proposal' });
    expect(await patch(deal.id, { ownerId: newId('user') })).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown' },
    });
    expect(await patch(deal.id, { amountCents: null })).toMatchObject({
      status: 400,
      body: { code: 'stage_fields_missing' },
    });
  });

  it('answers 412 where the deal has moved on since it was read', async () => {
    const { body: deal } = await make();
    await patch(deal.id, { name: 'One' });
    const stale = await patch(deal.id, { name: 'Two' }, { headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect(await patch(deal.id, { name: 'Two' }, { headers: { 'if-match': '"2"' } })).toMatchObject({
      status: 200,
    });
  });

  it('makes both of two patches at once', async () => {
    const { body: deal } = await make();
    await Promise.all([patch(deal.id, { name: 'Kitchen' }), patch(deal.id, { amountCents: 7 })]);
    expect((await read(deal.id)).body).toMatchObject({ name: 'Kitchen', amountCents: 7, version: 3 });
  });
});

describe('POST /v1/deals/{dealId}/move', () => {
  it('costs two requests, and tells of the move once', async () => {
    const { body: deal } = await make();
    const moved = await move(deal.id, { stageId: 'contacted' });
    expect(moved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { stageId: 'contacted' } });
    expect(requestsOf(moved)).toBeLessThanOrEqual(2);
    const told = (await published()).filter(({ type }) => type === 'deal.moved');
    expect(told.map(({ data }) => data)).toEqual([
      { dealId: deal.id, pipelineId, fromStageId: 'new', toStageId: 'contacted', status: 'open' },
    ]);
  });

  it('lets one of several moves at once win, and tells the others', async () => {
    const { body: deal } = await make({ amountCents: 1 });
    const stages = ['contacted', 'proposal', 'won'];
    const answers = await Promise.all(stages.map((stageId) => move(deal.id, { stageId })));
    const won = answers.filter(({ status }) => status === 200);
    const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code);
    expect(won.length).toBeGreaterThan(0);
    expect(codes.every((code) => code === 'version_conflict' || code === 'deal_closed')).toBe(true);
    expect((await read(deal.id)).body.version).toBe(1 + won.length);
  });

  it('does nothing the second time, so that it may be sent again', async () => {
    const { body: deal } = await make({ amountCents: 1 });
    const first = await move(deal.id, { stageId: 'won' });
    const second = await move(deal.id, { stageId: 'won' }, { now: later(5) });
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it('refuses with 412 a move of what was not read last', async () => {
    const { body: deal } = await make();
    await patch(deal.id, { name: 'Kitchen' });
    const stale = await move(deal.id, { stageId: 'contacted' }, { headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  });

  it.each([
    ['to a stage that is not there', { stageId: 'nowhere' }, 'stage_unknown', '/stageId'],
    ['to one that asks for more', { stageId: 'proposal' }, 'stage_fields_missing', '/amountCents'],
    ['to lost without a reason', { stageId: 'lost' }, 'lost_reason_missing', '/lostReason'],
  ])('answers 400 to a move %s, with a pointer', async (_, body, code, pointer) => {
    const { body: deal } = await make();
    expect(await move(deal.id, body)).toMatchObject({ status: 400, body: { code, errors: [{ pointer }] } });
  });

  it('answers 409 for a closed deal until it is reopened, and 404 for one that is not there', async () => {
    const { body: deal } = await make({ amountCents: 1 });
    expect(await reopen(deal.id)).toMatchObject({ status: 409, body: { code: 'deal_open' } });
    await move(deal.id, { stageId: 'lost', lostReason: 'price' });
    expect(await move(deal.id, { stageId: 'won' })).toMatchObject({
      status: 409,
      body: { code: 'deal_closed' },
    });
    expect((await reopen(deal.id, { stageId: 'proposal' })).body).toMatchObject({
      status: 'open',
      stageId: 'proposal',
    });
    expect(await move(deal.id, { stageId: 'won' })).toMatchObject({ status: 200, body: { status: 'won' } });
    expect(await move(newId('deal'), { stageId: 'won' })).toMatchObject({ status: 404 });
  });
});

describe('lists', () => {
  const list = (query: Record<string, string>) => call(handler, listDealsRoute, { query });
  it('GET /v1/deals pages through a stage’s deals, the newest in it first, each once', async () => {
    for (let i = 0; i < 5; i++) await make({ name: `Deal ${i}` }, { now: later(i) });
    await settleAll();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ stageId: 'new', limit: '2', ...(cursor && { cursor }) });
      names.push(...page.body.items.map(({ name }) => name));
      expect(requestsOf(page)).toBe(1);
      cursor = page.body.cursor;
    } while (cursor);
    expect(names).toEqual(['Deal 4', 'Deal 3', 'Deal 2', 'Deal 1', 'Deal 0']);
  });

  it('GET /v1/deals refuses a stage that is not there, and the cursor of another stage', async () => {
    for (let i = 0; i < 2; i++) await make();
    await settleAll();
    expect(await list({ stageId: 'nowhere' })).toMatchObject({
      status: 400,
      body: { code: 'stage_unknown', errors: [{ pointer: '?/stageId' }] },
    });
    expect(await list({ stageId: 'won' })).toMatchObject({ status: 200, body: { items: [] } });
    const { cursor = '' } = (await list({ stageId: 'new', limit: '1' })).body;
    expect(await list({ stageId: 'won', cursor })).toMatchObject({
      status: 400,
      body: { code: 'cursor_invalid' },
    });
  });

  it('GET /v1/contacts/{contactId}/deals has open ones first, each newest first, and no other contact’s', async () => {
    const other = await keep(contactRecord, aContact({ id: newId('contact'), emails: [] }));
    for (let i = 0; i < 4; i++) {
      const { body: deal } = await make({ name: `Deal ${i}`, contactId }, { now: later(i) });
      if (i === 1 || i === 3) await move(deal.id, { stageId: 'lost', lostReason: 'price' });
    }
    await make({ contactId: other.id });
    await settleAll();
    const { body } = await call(handler, listContactDealsRoute, { params: { contactId } });
    expect(body.items.map(({ name }) => name)).toEqual(['Deal 2', 'Deal 0', 'Deal 3', 'Deal 1']);
    const none = await call(handler, listContactDealsRoute, { params: { contactId: newId('contact') } });
    expect(none).toMatchObject({ status: 404, body: { code: 'contact_not_found' } });
  });

  it('GET /v1/deals/{dealId}/timeline goes on where the deal’s page ends', async () => {
    const { body: deal } = await make();
    for (let i = 1; i <= 21; i++) await patch(deal.id, { name: `Deal ${i}` }, { now: later(i) });
    const { cursor = '' } = (await read(deal.id)).body.timeline;
    const rest = await call(handler, listDealTimelineRoute, {
      params: { dealId: deal.id },
      query: { cursor },
    });
    expect(rest.body.items.map((one) => (one.type === 'change' ? one.kind : ''))).toEqual([
      'updated',
      'created',
    ]);
    expect(await call(handler, listDealTimelineRoute, { params: { dealId: newId('deal') } })).toMatchObject({
      status: 404,
    });
  });
});
