import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler } from '../../../functions/contacts/api.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import {
  createContactRoute,
  getContactRoute,
  listContactsRoute,
  listContactTimelineRoute,
  patchContactRoute,
} from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
});

const create = (body: object, more: Call = {}) => call(handler, createContactRoute, { body, ...more });
const patch = (contactId: string, body: object, more: Call = {}) =>
  call(handler, patchContactRoute, { params: { contactId }, body, ...more });
const read = (contactId: string, more: Call = {}) =>
  call(handler, getContactRoute, { params: { contactId }, ...more });
const list = (query: Record<string, string> = {}) => call(handler, listContactsRoute, { query });
const ada = { firstName: 'Ada', emails: [{ address: 'ada@example.com' }] };
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();

describe('POST /v1/contacts', () => {
  it('answers 201 with the contact, its ETag, and nothing of how it is stored', async () => {
    const { status, headers, body } = await create(ada);
    expect(status).toBe(201);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({ ...ada, version: 1, lifecycle: 'lead', source: { kind: 'api' } });
    expect(body).not.toHaveProperty('workspaceId');
    expect(body.emails?.[0]).not.toHaveProperty('key');
  });

  it('answers 409 email_taken with the contact that has the address in another spelling', async () => {
    const first = await create({ emails: [{ address: 'ada.l@gmail.com' }] });
    const second = await create({
      emails: [{ address: 'new@example.com' }, { address: 'A.Da.L+News@googlemail.com' }],
    });
    expect(second).toMatchObject({ status: 409, body: { code: 'email_taken', existingId: first.body.id } });
    expect((await list({ email: 'new@example.com' })).body.items).toEqual([]);
  });

  it('keeps one spelling of an address that is given twice', async () => {
    const { body } = await create({
      emails: [{ address: 'ada@example.com' }, { address: 'ADA+x@example.com' }],
    });
    expect(body.emails).toEqual([{ address: 'ada@example.com' }]);
  });

  it('takes a phone number as it is dialled in the country, and keeps it as E.164 once', async () => {
    const phones = [
      { number: '030 901820', label: 'desk' },
      { number: '+49 (30) 901820' },
      { number: '+1 212 555 2368' },
    ];
    const { body } = await create({ phones });
    expect(body.phones).toEqual([{ number: '+4930901820', label: 'desk' }, { number: '+12125552368' }]);
  });

  it('answers 400 phone_invalid with a pointer to the number that is none', async () => {
    expect(await create({ phones: [{ number: '030 901820' }, { number: 'call me' }] })).toMatchObject({
      status: 400,
      body: { code: 'phone_invalid', errors: [{ pointer: '/phones/1/number' }] },
    });
  });

  it('answers 400 for an owner who is not there, and makes nothing', async () => {
    const answer = await create({ ...ada, ownerId: newId('user') });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', errors: [{ pointer: '/ownerId' }] },
    });
    expect((await list({ email: 'ada@example.com' })).body.items).toEqual([]);
  });

  it('takes an owner who is there', async () => {
    const user = await keep(userRecord, aUser());
    expect(await create({ ...ada, ownerId: user.id })).toMatchObject({
      status: 201,
      body: { ownerId: user.id },
    });
  });

  it('answers a repeated Idempotency-Key as before and makes one contact', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create({ firstName: 'Bob' }, { headers })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    await settleAll();
    expect((await list()).body.items).toHaveLength(1);
  });

  it('answers 422 to an Idempotency-Key that was used for another request', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    await create({ firstName: 'Bob' }, { headers });
    expect(await create({ firstName: 'Rob' }, { headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it.each([
    ['an unknown field', { firstname: 'Ada' }, '/firstname'],
    ['an address that is none', { emails: [{ address: 'ada@' }] }, '/emails/0/address'],
    ['a lifecycle that is none', { lifecycle: 'friend' }, '/lifecycle'],
    ['a custom name that is none', { custom: { 'a b': 1 } }, '/custom/a b'],
    [
      'custom fields that are too big in all',
      { custom: Object.fromEntries([...'abcdefgh'].map((n) => [n, 'x'.repeat(4500)])) },
      '/custom',
    ],
  ])('answers 400 with a pointer to %s', async (_, body, pointer) => {
    expect(await create(body)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
  });

  it('makes one contact of an address that is sent eight times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(ada)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    for (const { status, body } of answers.filter((one) => one !== made[0]))
      expect({ status, existingId: body.existingId }).toEqual({ status: 409, existingId: made[0]?.body.id });
  });
});

describe('PATCH /v1/contacts/{contactId}', () => {
  it('keeps custom fields that are called like parts of JavaScript', async () => {
    const custom = { constructor: 1, toString: 'x', hasOwnProperty: true };
    const { status, body } = await create({ custom });
    expect([status, body.custom]).toEqual([201, custom]);
    const patched = await patch(body.id, { custom: { constructor: null, valueOf: 2 } });
    expect(patched.body.custom).toEqual({ toString: 'x', hasOwnProperty: true, valueOf: 2 });
  });

  it('keeps what is absent, clears what is null, replaces lists, merges custom fields', async () => {
    const { body } = await create({ ...ada, company: 'Engines', tags: ['a', 'b'], custom: { x: 1, y: 2 } });
    const answer = await patch(body.id, { company: null, tags: ['c', 'c'], custom: { y: null, z: 3 } });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(answer.body).toMatchObject({ ...ada, tags: ['c'], custom: { x: 1, z: 3 }, version: 2 });
    expect(answer.body).not.toHaveProperty('company');
    expect(answer.body.custom).not.toHaveProperty('y');
  });

  it('answers 412 to an If-Match of an older version, and changes nothing', async () => {
    const { body } = await create(ada);
    await patch(body.id, { company: 'Engines' }, { headers: { 'if-match': '"1"' } });
    const answer = await patch(body.id, { company: 'Looms' }, { headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect((await read(body.id)).body).toMatchObject({ company: 'Engines', version: 2 });
  });

  it('frees an address that is given up, and takes one that is free', async () => {
    const { body } = await create(ada);
    await patch(body.id, { emails: [{ address: 'lovelace@example.com' }] });
    const other = await create(ada);
    expect(other.status).toBe(201);
    expect(await patch(other.body.id, { emails: [{ address: 'Lovelace@example.com' }] })).toMatchObject({
      status: 409,
      body: { code: 'email_taken', existingId: body.id },
    });
  });

  it('makes no version of a patch that changes nothing', async () => {
    const { body } = await create(ada);
    expect(await patch(body.id, { firstName: 'Ada', tags: [] })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
  });

  it('never loses one of many patches at once', async () => {
    const { body } = await create(ada);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const answers = await Promise.all(names.map((name) => patch(body.id, { custom: { [name]: 1 } })));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    const { custom, version } = await contactStore.get(whole(acme), body.id);
    expect(Object.keys(custom).sort()).toEqual(names);
    expect(version).toBe(6);
  });

  it('lets one of many patches of one version through', async () => {
    const { body } = await create(ada);
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((company) => patch(body.id, { company }, { headers })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('refuses to set what is not a person’s to set', async () => {
    const { body } = await create(ada);
    for (const field of ['id', 'version', 'source', 'createdAt', 'workspaceId'])
      expect((await patch(body.id, { [field]: 'x' })).status).toBe(400);
  });
});

describe('GET /v1/contacts/{contactId}', () => {
  const note = (contactId: string, at: string) =>
    call(activities, createActivityRoute, { body: { kind: 'note', contactId, at, text: at } });

  it('CONTACT-4: gives the contact and the last 20 of its timeline in one request, beside the one for what is promised', async () => {
    const { body } = await create(ada);
    for (let i = 1; i <= 22; i++) await note(body.id, later(i));
    await settleAll();
    const page = await read(body.id);
    expect(requestsOf(page)).toBe(2);
    expect(page.body).toMatchObject({ firstName: 'Ada', version: 1 });
    expect(page.body.timeline.items.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, i) => later(22 - i)),
    );
  });

  it('goes on to older entries by its cursor until the change that made it', async () => {
    const { body } = await create(ada);
    for (let i = 1; i <= 22; i++) await note(body.id, later(i));
    await settleAll();
    const { cursor = '' } = (await read(body.id)).body.timeline;
    const rest = await call(handler, listContactTimelineRoute, {
      params: { contactId: body.id },
      query: { cursor },
    });
    expect(requestsOf(rest)).toBe(2); // the contact, which says who was merged into it
    expect(rest.body.items.map(({ type, at }) => [type, at])).toEqual([
      ['activity', later(2)],
      ['activity', later(1)],
      ['change', noon],
    ]);
    expect(rest.body.cursor).toBeUndefined();
  });

  it('has no cursor where there is nothing older', async () => {
    const { body } = await create(ada);
    expect((await read(body.id)).body.timeline).toMatchObject({
      items: [{ type: 'change', kind: 'created' }],
    });
    expect((await read(body.id)).body.timeline.cursor).toBeUndefined();
  });

  it('shows field by field what was changed, by whom', async () => {
    const { body } = await create(ada);
    await patch(body.id, { company: 'Engines' }, { now: later(1), requestId: 'req-9' });
    expect((await read(body.id)).body.timeline.items[0]).toMatchObject({
      type: 'change',
      kind: 'updated',
      cause: 'req-9',
      by: { kind: 'user' },
      fields: { company: { after: 'Engines' } },
    });
  });

  it('is never 304, since its timeline moves on without a new version', async () => {
    const { body } = await create(ada);
    expect((await read(body.id, { headers: { 'if-none-match': '"1"' } })).status).toBe(200);
  });

  it('CONTACT-1: by id is one GetItem', async () => {
    const { body } = await create(ada);
    resetMeter();
    await contactStore.get(whole(acme), body.id);
    expect(meter).toMatchObject({ requests: 1, read: 1 });
  });
});

describe('GET /v1/contacts', () => {
  it('CONTACT-2: finds by any spelling of an address, at once, in two reads and one of its score', async () => {
    const { body } = await create({ emails: [{ address: 'Ada.L@gmail.com' }] });
    const found = await list({ email: 'adal+offer@GoogleMail.com' });
    expect(found.body.items).toMatchObject([{ id: body.id }]);
    expect(requestsOf(found)).toBeLessThanOrEqual(3);
  });

  it('answers an empty list for an address that nobody has', async () => {
    expect(await list({ email: 'nobody@example.com' })).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('CONTACT-3: lists newest first, a page in one Query and one BatchGet, each contact once', async () => {
    for (let i = 0; i < 7; i++) await create({ firstName: `n${i}` }, { now: later(i) });
    await settleAll();
    const names: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: '3', ...(cursor && { cursor }) });
      expect(requestsOf(page)).toBe(2);
      names.push(...page.body.items.map(({ firstName }) => firstName));
      cursor = page.body.cursor;
    } while (cursor);
    expect(names).toEqual(['n6', 'n5', 'n4', 'n3', 'n2', 'n1', 'n0']);
  });

  it('answers 400 to a cursor that it never gave out', async () => {
    for (const cursor of ['x', 'a.b', ''.padEnd(100, 'A')])
      expect(await list({ cursor })).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
  });

  it('costs the same for a page however many contacts there are', async () => {
    for (let i = 0; i < 5; i++) await create({ firstName: `n${i}` }, { now: later(i) });
    await settleAll();
    const few = (await list({ limit: '3' })).headers['rapport-capacity'];
    for (let i = 5; i < 40; i++) await create({ firstName: `n${i}` }, { now: later(i) });
    await settleAll();
    expect((await list({ limit: '3' })).headers['rapport-capacity']).toBe(few);
  });
});

it('opens every partition of what it writes with the workspace, but for the index of what is due', async () => {
  await create(ada, { headers: { 'idempotency-key': 'k' } });
  await settleAll();
  for (const { pk } of await Array.fromAsync(readAll())) expect(pk).toMatch(/^(?:WS#ws_|DUE#\d+$)/);
});
