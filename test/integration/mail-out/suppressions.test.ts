import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler } from '../../../functions/mail/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { plainHash, suppressionKey } from '../../../shared/mail/suppression.ts';
import {
  createSuppressionRoute,
  deleteSuppressionRoute,
  getMailStatusRoute,
  listSuppressionsRoute,
  lookUpSuppressionRoute,
} from '../../../shared/mail/suppression-routes.ts';
import { rehashWrites, suppress } from '../../../shared/mail/suppression-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, globex, monday, noon } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useOutgoing } from './outgoing.ts';

beforeEach(() => useOutgoing());

const ada = 'Ada@example.com';
const tuesday = '2026-11-24T12:00:00.000Z';
const add = (address: string, more: object = {}) =>
  call(handler, createSuppressionRoute, { body: { address, ...more } });
const list = async (reason?: string) =>
  (await call(handler, listSuppressionsRoute, { query: reason ? { reason } : {} })).body.items;
const lookUp = async (address: string) =>
  (await call(handler, lookUpSuppressionRoute, { query: { address } })).body.items;
const remove = (suppressionId: string, more: object = {}) =>
  call(handler, deleteSuppressionRoute, { params: { suppressionId }, ...more });
const refusal = (to: string) => mailRefusal(acme, { to, marketing: true });
const said = async (address: string, reason: 'complained' | 'bounced' | 'unsubscribed', at = noon) =>
  suppress(acme, await hashOfAddress(acme, address), reason, at);

describe('the suppression list', () => {
  it('has an address once, under each of its reasons, the newest in front', async () => {
    await said('bob@example.com', 'bounced', monday);
    await Promise.all([said(ada, 'unsubscribed', noon), said(ada, 'bounced', tuesday)]);
    const { status, body } = await add('Ada+x@example.com', { note: 'By phone' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ note: 'By phone', contactId, address: ada });
    expect((await list()).map(({ reasons }) => reasons.map(({ reason }) => reason).toSorted())).toEqual([
      ['bounced', 'manual', 'unsubscribed'],
      ['bounced'],
    ]);
    expect(await list('bounced')).toMatchObject([{ id: body.id, contactId }, { reasons: [{ at: monday }] }]);
    expect(await list('manual')).toHaveLength(1);
    const [bob] = (await list('bounced')).slice(1);
    expect(bob).not.toHaveProperty('address'); // nobody has it
  });

  it('may be added to again, and keeps the first moment', async () => {
    await add(ada, { note: 'one' });
    const before = await list();
    await add(ada, { note: 'two' });
    expect(await list()).toEqual([{ ...before[0], note: 'two' }]);
  });

  it('is looked up by any spelling, and by another workspace not at all', async () => {
    await add(ada);
    expect(await lookUp('ADA+news@Example.com')).toMatchObject([{ address: ada }]);
    expect(await lookUp('eve@example.com')).toEqual([]);
    await keep(workspaceRecord, aWorkspace({ id: globex }));
    const there = { query: { address: ada }, workspaceId: globex };
    expect((await call(handler, lookUpSuppressionRoute, there)).body.items).toEqual([]);
  });

  it('lets go of all but a complaint, with a line in the audit log', async () => {
    await said(ada, 'unsubscribed');
    const { body } = await add(ada);
    expect((await remove(body.id)).status).toBe(204);
    expect(await refusal(ada)).toBeUndefined();
    expect([await list(), await list('manual')]).toEqual([[], []]);
    expect(await remove(body.id)).toMatchObject({ body: { code: 'suppression_not_found' } });
    const lines = (await Array.fromAsync(readAll())).filter(({ type }) => type === 'audit');
    expect(new Set(lines.map(({ action }) => action))).toEqual(
      new Set(['suppression.added', 'suppression.lifted']),
    );
    expect(JSON.stringify(lines)).not.toMatch(/ada@/i);
    await said(ada, 'complained');
    expect(await remove(body.id)).toMatchObject({ status: 409, body: { code: 'complaint_stands' } });
    expect(await refusal(ada)).toBe('complained');
  });

  it('comes to know what was written before there was one when it is touched, and lifts it under both names', async () => {
    const old = suppressionKey(acme, plainHash(ada.toLowerCase()));
    const Item = { ...old, workspaceId: acme, bouncedAt: monday };
    await db.send(new PutCommand({ TableName: tableName(), Item }));
    expect([await refusal(ada), await list()]).toEqual(['bounced', []]);
    await suppress(acme, plainHash(ada.toLowerCase()), 'bounced', noon);
    expect(await list()).toMatchObject([{ reasons: [{ reason: 'bounced', at: monday }] }]);
    const { body } = await add(ada);
    await remove(body.id);
    expect([await refusal(ada), await list()]).toEqual([undefined, []]);
  });

  it('forgets of an erased person whose address it was, and why', async () => {
    const { body } = await add(ada, { note: 'Ada asked' });
    await commit(await rehashWrites(acme, [ada.toLowerCase()]));
    expect(await list()).toEqual([{ id: body.id, reasons: body.reasons }]);
    expect(await refusal(ada)).toBe('manual');
  });
});

it('whether mail may go is told of each address, as the sender decides, without what one may not see', async () => {
  const id = newId('contact');
  const emails = ['one@example.com', 'two@example.com'].map((address) => ({ address, key: address }));
  await keep(contactRecord, aContact({ id, emails }));
  await add('two@example.com');
  const ask = (more: object = {}) =>
    call(contacts, getMailStatusRoute, { params: { contactId: id }, ...more });
  expect((await ask()).body.items).toEqual([
    { address: 'one@example.com', allowed: true },
    { address: 'two@example.com', allowed: false, reason: 'manual' },
  ]);
  expect((await ask({ workspaceId: globex })).status).toBe(404);
});
