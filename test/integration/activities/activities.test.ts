import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/activities/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import {
  createActivityRoute,
  getActivityRoute,
  listActivitiesRoute,
  patchActivityRoute,
} from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(contactRecord, aContact());
  await keep(dealRecord, aDeal({ contactId }));
});

const log = (body: object, more: Call = {}) =>
  call(handler, createActivityRoute, { body: { kind: 'note', contactId, ...body }, ...more });
const read = (activityId: string) => call(handler, getActivityRoute, { params: { activityId } });
const patch = (activityId: string, body: object, more: Call = {}) =>
  call(handler, patchActivityRoute, { params: { activityId }, body, ...more });
const timelineOf = async (kind: 'contact' | 'deal', id: string) => {
  await settleAll();
  const { items } = await timelinePage(kind, whole(acme), [id], { limit: 100 });
  return items.filter(({ type }) => type === 'activity');
};

describe('POST /v1/activities', () => {
  it('logs a call as of now, by who logged it', async () => {
    const details = { direction: 'inbound', durationMs: 240_000, outcome: 'connected' };
    const answer = await log({ kind: 'call', subject: 'Delivery', call: details });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        kind: 'call',
        at: noon,
        subject: 'Delivery',
        call: details,
        by: { kind: 'user', id: ann },
        dealIds: [],
      },
    });
    expect(answer.body).not.toHaveProperty('workspaceId');
    expect((await read(answer.body.id)).body).toEqual(answer.body);
  });

  it('stands on the timeline when the cut falls into the middle of a character', async () => {
    await log({ text: `${'x'.repeat(499)}💥 and more` });
    expect(await timelineOf('contact', contactId)).toMatchObject([{ activity: { text: 'x'.repeat(499) } }]);
  });

  it('stands on the timeline of its contact and of each deal that it names, once', async () => {
    const { body } = await log({ dealIds: [dealId, dealId], text: 'Hello' });
    for (const [kind, id] of [
      ['contact', contactId],
      ['deal', dealId],
    ] as const)
      expect(await timelineOf(kind, id)).toMatchObject([
        { id: body.id, activity: { kind: 'note', text: 'Hello' } },
      ]);
  });

  it('may be planned, and then stands before what has happened', async () => {
    const past = await log({ at: '2026-11-20T10:00:00Z' });
    const planned = await log({ kind: 'meeting', at: '2026-12-01T10:00:00Z' });
    expect((await timelineOf('contact', contactId)).map(({ id }) => id)).toEqual([
      planned.body.id,
      past.body.id,
    ]);
  });

  it('keeps a moment of any time zone as UTC, so that timelines sort', async () => {
    expect((await log({ at: '2026-11-20T10:00:00+02:00' })).body.at).toBe('2026-11-20T08:00:00.000Z');
  });

  it.each([
    ['contact', () => ({ contactId: newId('contact') }), '/contactId'],
    ['deal', () => ({ dealIds: [dealId, newId('deal')] }), '/dealIds'],
  ])('answers 400 for a %s that is not there, and logs nothing', async (_, body, pointer) => {
    const answer = await log(body());
    expect(answer).toMatchObject({ status: 400, body: { code: 'reference_unknown', errors: [{ pointer }] } });
    expect(await timelineOf('contact', contactId)).toEqual([]);
  });

  it.each(['form_submission', 'page_view', 'email'])('refuses a %s by hand', async (kind) => {
    expect(await log({ kind })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/kind' }] } });
  });

  it.each([
    ['call details of what is no call', { call: { outcome: 'busy' } }, '/call'],
    ['a moment that is none', { at: 'tomorrow' }, '/at'],
    ['a moment that no timeline needs', { at: '9999-12-31T23:59:59-14:00' }, '/at'],
    ['a text that is too long', { text: 'x'.repeat(6001) }, '/text'],
  ])('answers 400 with a pointer to %s', async (_, body, pointer) => {
    expect(await log(body)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
  });

  it('is logged once however often the same request comes', async () => {
    const headers = { 'idempotency-key': 'k' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => log({ text: 'x' }, { headers })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await timelineOf('contact', contactId)).toHaveLength(1);
  });
});

describe('PATCH /v1/activities/{activityId}', () => {
  it('sets right what a person may, and moves it on the timeline', async () => {
    const { body } = await log({
      kind: 'call',
      text: 'a',
      subject: 's',
      call: { outcome: 'no_answer', durationMs: 5 },
    });
    const change = { text: 'b', subject: null, at: '2026-11-01T00:00:00Z', call: { outcome: 'connected' } };
    const answer = await patch(body.id, change, { headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        text: 'b',
        at: '2026-11-01T00:00:00.000Z',
        call: { outcome: 'connected', durationMs: 5 },
        version: 2,
      },
    });
    expect(answer.body).not.toHaveProperty('subject');
    expect(await timelineOf('contact', contactId)).toMatchObject([{ at: '2026-11-01T00:00:00.000Z' }]);
  });

  it('keeps who takes part in a meeting whatever else of it is patched', async () => {
    const meeting = { attendees: [{ name: 'Ada' }], location: 'Hall 1', endsAt: '2026-11-20T12:00:00+01:00' };
    const { body } = await log({ kind: 'meeting', meeting });
    const patched = await patch(body.id, { meeting: { location: 'Hall 2', endsAt: null } });
    expect(patched.body.meeting).toEqual({ attendees: [{ name: 'Ada' }], location: 'Hall 2' });
    expect(body.meeting?.endsAt).toBe('2026-11-20T11:00:00.000Z');
  });

  it('moves it to another deal’s timeline', async () => {
    const { body } = await log({ dealIds: [dealId] });
    const other = await keep(dealRecord, aDeal({ id: newId('deal') }));
    expect((await patch(body.id, { dealIds: [other.id] })).status).toBe(200);
    expect(await timelineOf('deal', dealId)).toEqual([]);
    expect(await timelineOf('deal', other.id)).toMatchObject([{ id: body.id }]);
  });

  it('leaves kind and contact as they are', async () => {
    const { body } = await log({});
    expect((await patch(body.id, { kind: 'call' })).status).toBe(400);
    expect((await patch(body.id, { contactId })).status).toBe(400);
  });

  it('answers 409 to a change of a mail’s text, and takes its deals', async () => {
    const mail = await keep(activityRecord, anActivity({ kind: 'email', text: 'as it came' }));
    expect(await patch(mail.id, { text: 'nicer' })).toMatchObject({
      status: 409,
      body: { code: 'activity_not_editable' },
    });
    expect(await patch(mail.id, { dealIds: [dealId] })).toMatchObject({
      status: 200,
      body: { dealIds: [dealId] },
    });
  });

  it('answers 412 to an older version, 404 to what is not there, 400 to a deal that is not there', async () => {
    const { body } = await log({});
    expect((await patch(body.id, { text: 'x' }, { headers: { 'if-match': '"7"' } })).status).toBe(412);
    expect((await patch(newId('activity'), { text: 'x' })).status).toBe(404);
    expect(await patch(body.id, { dealIds: [newId('deal')] })).toMatchObject({
      body: { code: 'reference_unknown' },
    });
  });

  it('makes no version of a patch that changes nothing', async () => {
    const { body } = await log({ text: 't' });
    expect(await patch(body.id, { text: 't' })).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('never loses one of two patches at once', async () => {
    const { body } = await log({});
    await Promise.all([patch(body.id, { text: 't' }), patch(body.id, { subject: 's' })]);
    expect((await read(body.id)).body).toMatchObject({ text: 't', subject: 's', version: 3 });
  });
});

it('ACTIVITY-1: by id is one request', async () => {
  const { body } = await log({});
  expect((await read(body.id)).headers['rapport-capacity']).toBe('requests=1; read=1; write=0');
});

describe('GET /v1/activities', () => {
  const list = async (query: Record<string, string>) => {
    await settleAll();
    return call(handler, listActivitiesRoute, { query });
  };

  it('ACTIVITY-2: shows a contact’s activities alone and whole, what is planned first, in two requests a page', async () => {
    const text = 'long '.repeat(300);
    const { body: first } = await log({ at: '2026-01-02T00:00:00Z', text });
    const { body: planned } = await log({ at: '2030-01-01T00:00:00Z' });
    const { body: last } = await log({ at: '2026-01-03T00:00:00Z', dealIds: [dealId] });
    await keep(activityRecord, anActivity({ contactId: newId('contact') }));

    const page = await list({ contactId, limit: '2' });
    expect(page.body.items).toEqual([planned, last]);
    expect(page.headers['rapport-capacity']).toMatch(/^requests=3; /); // that the contact is there, and not in the trash
    const { cursor = '' } = page.body;
    expect((await list({ contactId, limit: '2', cursor })).body).toEqual({ items: [first] });
  });

  it('answers nothing for a contact without any, 404 for one that is not there, 400 for no contact', async () => {
    expect((await list({ contactId })).body).toEqual({ items: [] });
    expect(await list({ contactId: newId('contact') })).toMatchObject({
      status: 404,
      body: { code: 'contact_not_found' },
    });
    expect(await list({})).toMatchObject({ status: 400, body: { errors: [{ pointer: '?/contactId' }] } });
  });
});
