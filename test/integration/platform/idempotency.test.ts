import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ContactBody, contactRecord, createContact } from '../../../shared/contacts/contact.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { defineRoute } from '../../../shared/core/route.ts';
import { api, operation } from '../../../shared/platform/api.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';

beforeAll(useTable);

const route = defineRoute({
  operationId: 'makeContact',
  method: 'POST',
  path: '/v1/made-contacts',
  tag: 'Tests',
  summary: 'A contact for an address',
  access: 'contacts:create',
  params: z.object({}),
  query: z.object({}),
  body: z.strictObject({ address: z.string(), checked: z.boolean().default(false) }),
  status: 201,
  response: ContactBody,
});
const store = recordStore(contactRecord);
const folding = { plusTag: true, gmailDots: true };
const isTaken = (workspaceId: string, address: string) =>
  getItem(uniqueKey(workspaceId, { name: 'email', value: address }));

/** As an operation is; `checked` has it decide by what it read, so that a lost race shows as a rule's error. */
const make = operation(route, async (input) => {
  const { address, checked } = input.body;
  if (checked && (await isTaken(input.actor.workspaceId, address)))
    throw new AppError('conflict', 'email_taken', 'Seen before it was written.');
  const change = createContact({ emails: [{ address }] }, folding, input);
  await store.save(change, input);
  return change.after as z.input<typeof ContactBody>;
});
const handler = api([make]);
const post = (workspaceId: string, address: string, key: string | undefined, more: Partial<Call> = {}) =>
  call(handler, route, {
    workspaceId,
    body: { address },
    headers: key ? { 'idempotency-key': key } : {},
    ...more,
  });
const contactsOf = async (workspaceId: string) =>
  (await Array.fromAsync(readAll())).filter(
    (item) => item.sk === 'CONTACT' && item.workspaceId === workspaceId,
  );

describe('a POST with an Idempotency-Key', () => {
  test('that is repeated is answered as the first was, and does nothing more', async () => {
    const ws = newId('workspace');
    const first = await post(ws, 'ada@example.com', 'k1');
    const second = await post(ws, 'ada@example.com', 'k1', { now: '2026-11-23T11:59:00.000Z' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await contactsOf(ws)).toHaveLength(1);
  });

  test('that is sent twenty times at once is done once, with twenty equal answers', async () => {
    const ws = newId('workspace');
    const all = await Promise.all(Array.from({ length: 20 }, () => post(ws, 'ada@example.com', 'k1')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await contactsOf(ws)).toHaveLength(1);
  });

  test('that loses to itself in a rule, not in the table, answers with the winner too', async () => {
    const ws = newId('workspace');
    const body = { address: 'ada@example.com', checked: true };
    const all = await Promise.all(Array.from({ length: 20 }, () => post(ws, '', 'k1', { body })));
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await contactsOf(ws)).toHaveLength(1);
  });

  test('used for another body is 422, at once or later', async () => {
    const ws = newId('workspace');
    const both = await Promise.all([post(ws, 'ada@example.com', 'k1'), post(ws, 'bea@example.com', 'k1')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const later = await post(ws, 'eve@example.com', 'k1');
    expect([later.status, later.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await contactsOf(ws)).toHaveLength(1);
  });

  test('is a new request after 24 hours, whether or not the old key is still stored', async () => {
    const ws = newId('workspace');
    await post(ws, 'ada@example.com', 'k1', { now: '2026-11-22T12:00:00.000Z' });
    const later = await post(ws, 'bea@example.com', 'k1', { now: '2026-11-23T12:00:01.000Z' });
    expect([later.status, later.headers['idempotent-replayed']]).toEqual([201, undefined]);
    expect(await contactsOf(ws)).toHaveLength(2);
  });

  test('of another user or another workspace is another request', async () => {
    const [ws, other] = [newId('workspace'), newId('workspace')];
    await post(ws, 'ada@example.com', 'k1');
    expect((await post(ws, 'bea@example.com', 'k1', { userId: newId('user') })).status).toBe(201);
    expect((await post(other, 'ada@example.com', 'k1')).status).toBe(201);
  });

  test('that failed keeps nothing, so that it can be sent again when mended', async () => {
    const ws = newId('workspace');
    await post(ws, 'ada@example.com', undefined);
    const refused = await post(ws, 'ada@example.com', 'k1');
    expect([refused.status, refused.body.code]).toEqual([409, 'email_taken']);
    expect((await post(ws, 'bea@example.com', 'k1')).status).toBe(201);
  });
});

test('without a key, of twenty posts at once one makes the contact and the others are told who has the address', async () => {
  const ws = newId('workspace');
  const all = await Promise.all(Array.from({ length: 20 }, () => post(ws, 'ada@example.com', undefined)));
  const [won, ...more] = all.filter(({ status }) => status === 201);
  expect(more).toEqual([]);
  const lost = all
    .filter(({ status }) => status !== 201)
    .map(({ status, body }) => [status, body.code, body.existingId]);
  expect(lost).toEqual(Array.from({ length: 19 }, () => [409, 'email_taken', won?.body.id]));
});

test('a new contact costs one request and names its price', async () => {
  const { headers } = await post(newId('workspace'), 'ada@example.com', undefined);
  expect(headers['rapport-capacity']).toMatch(/^requests=1; read=0; write=\d+$/);
});
