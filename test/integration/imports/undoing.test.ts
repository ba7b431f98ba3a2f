import { beforeAll, describe, expect, it } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import { contactTold } from '../../../shared/contacts/bounce-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import {
  askToCheck,
  askToRun,
  askToStop,
  askToUndo,
  checked,
  get,
  ran,
  results,
  useImports,
} from './import-world.ts';

beforeAll(useImports);
let keptContacts = 0;
async function aKept(over: object = {}): Promise<string> {
  const id = newId('contact', monday);
  keptContacts += 1;
  const address = `kept${keptContacts}@example.com`;
  await keep(contactRecord, aContact({ id, emails: [{ address, key: address }], ...over } as never));
  return address;
}
/** What people see of the records: without what every write counts. */
async function seen(): Promise<string[]> {
  const all = await Array.fromAsync(readAll());
  const records = all.filter(({ sk, deletedAt }) => ['CONTACT', 'ACTIVITY'].includes(sk) && !deletedAt);
  const unique = all.filter(({ sk }) => sk === 'UNIQUE').map(({ pk, recordId }) => ({ pk, recordId }));
  const bare = ({ version: _, updatedAt: __, ...rest }: Item) => rest;
  return [...records.map(bare), ...unique]
    .map((item) => JSON.stringify(item, Object.keys(item).toSorted()))
    .toSorted();
}
const contactOf = async (address: string) =>
  (await Array.fromAsync(readAll())).find(
    ({ sk, emails, deletedAt }) =>
      sk === 'CONTACT' &&
      !deletedAt &&
      (emails as { address: string }[]).some((one) => one.address === address),
  );
async function undone(id: string) {
  const asked = await askToUndo(id);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await workOn(acme, id);
  return (await get(id)).body;
}
const rowsOf = async (id: string, result: string) => (await results(id, { query: { result } })).body.items;

describe('an import that is undone', () => {
  it('leaves what there was before: made records go, changed ones have their values back', async () => {
    const address = await aKept({ firstName: 'Old', tags: ['fair'], custom: { budget: 12 } });
    const before = await seen();
    const file = `E-mail,First Name,Phone,Tags,Notes\n${address},New,+49 30 901820,vip,met\n${address},Newer,,,\nfresh@example.com,Fresh,,,seen in May\n`;
    const { id, run } = await ran(file, {}, { mode: 'upsert' });
    expect(run).toMatchObject({ created: 1, updated: 2 });
    expect(await seen()).not.toEqual(before);
    const { status, undo } = await undone(id);
    expect(status).toBe('undone');
    expect(undo).toMatchObject({ removed: 1, restored: 2, kept: 0, stuck: 0 });
    expect(await seen()).toEqual(before);
    expect((await rowsOf(id, 'removed')).map(({ number }) => number)).toEqual([3]);
  });

  it('takes an address back that it brought, whatever mail told of the others meanwhile', async () => {
    const address = await aKept({ firstName: 'Old' });
    const file = `E-mail,E-mail 2,First Name\n${address},second.${address},New\n`;
    const { id, run } = await ran(file, {}, { mode: 'update' });
    expect(run).toMatchObject({ updated: 1 });
    const { id: contactId } = (await contactOf(`second.${address}`)) as Item & { id: string };
    const store = recordStore(contactRecord);
    const told = { kind: 'bounced', at: monday } as const;
    const change = await contactTold({ workspaceId: acme, contactId, to: address }, told, monday);
    await store.save(change as NonNullable<typeof change>, aContext());
    expect((await undone(id)).undo).toMatchObject({ kept: 0, restored: 1 });
    expect(await store.get(acme, contactId)).toMatchObject({
      firstName: 'Old',
      emails: [{ address, key: address, bouncedAt: monday }],
    });
  });

  it('leaves alone what somebody has changed since, field by field, and says which', async () => {
    const address = await aKept({ firstName: 'Old', jobTitle: 'Clerk' });
    const { id } = await ran(`E-mail,First Name,Job title\n${address},New,Chief\n`, {}, { mode: 'update' });
    const { id: contactId } = (await contactOf(address)) as Item & { id: string };
    const changed = await call(contactsApi, patchContactRoute, {
      params: { contactId },
      body: { firstName: 'Third' },
    });
    expect(changed.status).toBe(200);
    expect((await undone(id)).undo).toMatchObject({ kept: 1, restored: 0 });
    expect(await rowsOf(id, 'kept')).toMatchObject([{ number: 1, fields: ['firstName'] }]);
    expect(await contactOf(address)).toMatchObject({ firstName: 'Third', jobTitle: 'Clerk' });
  });

  it('is undone once, whatever is called again or at once', async () => {
    const address = await aKept({ firstName: 'Old' });
    const before = await seen();
    const { id } = await ran(
      `E-mail,First Name\n${address},New\nmore@example.com,More\n`,
      {},
      { mode: 'upsert' },
    );
    await askToUndo(id);
    await Promise.all([workOn(acme, id), workOn(acme, id), workOn(acme, id)]);
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ status: 'undone', undo: { removed: 1, restored: 1 } });
    expect(await seen()).toEqual(before);
    expect((await askToUndo(id)).body.code).toBe('import_not_run');
  });

  it('can be run anew, and makes new records then', async () => {
    const { id } = await ran('First Name,E-mail\nAgain,again@example.com\n');
    await undone(id);
    expect((await askToRun(id)).body.code).toBe('import_not_checked');
    await askToCheck(id, { body: {} });
    await workOn(acme, id);
    await askToRun(id);
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ status: 'done', run: { created: 1, failed: 0 } });
    expect(await contactOf('again@example.com')).toBeDefined();
  });
});

describe('who may', () => {
  it('acts by the rights of who asked, as they are then: one who may make nothing makes nothing', async () => {
    const none = {
      read: 'all',
      create: 'none',
      edit: 'none',
      delete: 'none',
      export: 'none',
      unassigned: true,
    } as const;
    const reader = await keepRole({}, { contact: none });
    const { id } = await checked('First Name,E-mail\nNo,no@example.com\n');
    expect((await askToRun(id, reader)).body.code).toBe('permission_missing');
    expect((await askToCheck(id, { ...reader, body: {} })).body.code).toBe('permission_missing');
  });

  it('who may delete nothing cannot undo', async () => {
    const all = {
      read: 'all',
      create: 'all',
      edit: 'all',
      delete: 'none',
      export: 'all',
      unassigned: true,
    } as const;
    const { id } = await ran('First Name,E-mail\nStay,stay@example.com\n');
    expect((await askToUndo(id, await keepRole({}, { contact: all }))).body.code).toBe('permission_missing');
  });

  it('tells nobody of an import that never ran', async () => {
    const { id } = await checked('First Name\nNobody\n', {});
    expect((await results(id)).body.code).toBe('import_not_run');
    expect((await askToUndo(id, { userId: ann })).body.code).toBe('import_not_run');
  });
});

it('a run whose asker may not be here any more fails half-way, tells of no rows, and goes on for another', async () => {
  const { id } = await checked('First Name,E-mail\nHalf,half@example.com\n');
  const { memberships } = await keepRole({});
  await keep(
    userRecord,
    aUser({ id: ben, email: 'ben@acme.test', roles: memberships?.[0]?.roles ?? [], status: 'deactivated' }),
  );
  expect((await askToRun(id, { userId: ben })).status).toBe(202);
  await workOn(acme, id);
  expect((await get(id)).body).toMatchObject({
    status: 'failed',
    failure: { code: 'user_deactivated' },
    run: { done: 0 },
  });
  expect((await results(id)).body.code).toBe('import_halfway');
  expect((await askToRun(id)).status).toBe(202);
  await workOn(acme, id);
  expect((await get(id)).body).toMatchObject({ status: 'done', run: { created: 1 } });
});

describe('a run that is stopped', () => {
  const lines = Array.from({ length: 1001 }, (_, at) => `P${at},p${at}@many.example`);

  it('goes on where it was, and can be undone as far as it came', async () => {
    const before = await seen();
    const { id } = await checked(`First Name,E-mail\n${lines.join('\n')}\n`);
    await askToRun(id);
    let calls = 0;
    await workOn(acme, id, () => calls++ < 1); // one part of three
    expect((await askToStop(id)).status).toBe(202);
    expect((await askToUndo(id)).body.code).toBe('import_busy');
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ status: 'stopped', run: { done: 1000, created: 1000 } });
    expect((await askToStop(id)).body.code).toBe('import_not_running');
    await askToRun(id);
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ status: 'done', run: { done: 1001, created: 1001 } });
    expect((await undone(id)).undo).toMatchObject({ removed: 1001 });
    expect(await seen()).toEqual(before);
  });
});
