import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { createTeamRoute, getTeamRoute } from '../../../shared/access/team-routes.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { changeItemType } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { keyRecord } from '../../../shared/identity/key.ts';
import { keyStore } from '../../../shared/identity/key-store.ts';
import { userDeactivated } from '../../../shared/identity/user-events.ts';
import {
  deactivateUserRoute,
  getUserRoute,
  inviteUserRoute,
  listUsersRoute,
  reactivateUserRoute,
  removeUserRoute,
} from '../../../shared/identity/user-routes.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { viewRecord } from '../../../shared/views/view.ts';
import { viewStore } from '../../../shared/views/view-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, globex, monday } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aView } from '../../fixtures/view.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { deliver, join, rest, takeEvents, usePeople } from '../../helpers/people-world.ts';
import { putItem } from '../../helpers/put-item.ts';
import { beforePoolAnswers, forgetAccount, poolCalls, poolUser } from '../../helpers/user-pool.ts';

const cyd = newId('user');
beforeEach(async () => {
  await usePeople();
  await join(ann, 'Ann', ['admin']);
  await join(ben, 'Ben', ['rep']);
  await join(cyd, 'Cyd', ['rep']);
  await settleAll();
});

const params = { userId: ben };
const deactivate = (body: object = { reassignTo: cyd }, more: Call = {}) =>
  call(handler, deactivateUserRoute, { params, body, ...more });
const reactivate = (more: Call = {}) => call(handler, reactivateUserRoute, { params, ...more });
const remove = (more: Call = {}) => call(handler, removeUserRoute, { params, ...more });
const benIs = async () => (await call(handler, getUserRoute, { params })).body;

const bens = { ownerId: ben };
const contactOf = (over: Partial<Contact> = {}) =>
  keep(contactRecord, aContact({ id: newId('contact'), emails: [], ...bens, ...over }));
const ownerOf = async (id: string) => (await contactStore.find(whole(acme), id))?.ownerId;

describe('somebody who is deactivated', () => {
  it('has nothing that opens the workspace, from that moment on, and is in no team', async () => {
    const team = await call(handler, createTeamRoute, {
      body: { name: 'Sales', memberIds: [ben, cyd], managerIds: [ben] },
    });
    await settleAll();
    expect(await deactivate()).toMatchObject({
      status: 200,
      body: { status: 'deactivated', reassignment: { to: cyd, moved: 0, done: false } },
    });
    expect((await findCredential('sub-ben'))?.memberships).toEqual([]);
    const { body } = await call(handler, getTeamRoute, { params: { teamId: team.body.id } });
    expect(body).toMatchObject({ memberIds: [cyd], managerIds: [] });
    expect((await call(handler, createTeamRoute, { body: { name: 'Two', memberIds: [ben] } })).status).toBe(
      400,
    );
  });

  it('leaves to their successor what lies in the trash, too', async () => {
    const { id } = await contactOf({ deletedAt: monday });
    await settleAll();
    await deactivate();
    await rest();
    expect((await contactStore.findTrashed(whole(acme), id))?.ownerId).toBe(cyd);
  });

  it('leaves to their successor what was merged into another’s, too', async () => {
    const { id: survivor } = await contactOf({ ownerId: ann });
    const { id } = await contactOf({ deletedAt: monday, mergedInto: survivor });
    await settleAll();
    await deactivate();
    await rest();
    expect((await recordStore(contactRecord).get(acme, id)).ownerId).toBe(cyd);
  });

  it('is signed out, and shut out of the pool, where no workspace is left', async () => {
    await deactivate();
    await rest();
    expect(poolUser('sub-ben')?.isEnabled).toBe(false);
    expect(poolCalls).toContain('AdminUserGlobalSignOut');
    expect((await findCredential('sub-ben'))?.signedOutAt).toBeDefined();
  });

  it('goes on in other workspaces', async () => {
    await join(ben, 'Ben', ['rep'], globex);
    await deactivate();
    await rest();
    expect(poolUser('sub-ben')?.isEnabled).toBe(true);
    expect((await findCredential('sub-ben'))?.memberships).toEqual([{ workspaceId: globex, roles: ['rep'] }]);
  });

  it('may sign in where another workspace takes them in at the moment that they are shut out', async () => {
    await deactivate();
    beforePoolAnswers(async (name) => {
      if (name === 'AdminDisableUser') await join(ben, 'Ben', ['rep'], globex);
    });
    await rest();
    expect(poolUser('sub-ben')?.isEnabled).toBe(true);
  });

  it('has keys no more, also not when they come back', async () => {
    const id = newId('key');
    const key = { name: 'Sync', roles: ['rep'], userId: ben, lastFour: 'abcd', hash: 'h', slot: 0 };
    const base = { id, workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
    await keep(keyRecord, { ...base, ...key, expiresAt: '2027-11-22T12:00:00.000Z' });
    await putItem({ pk: 'APIKEY#h', sk: 'APIKEY', keyId: id });
    await deactivate();
    await rest();
    expect((await keyStore.get(acme, id)).revokedAt).toBeDefined();
  });

  it('is not the last administrator, nor gives to themselves or to somebody who is gone', async () => {
    const last = await call(handler, deactivateUserRoute, { params: { userId: ann }, body: {} });
    expect(last).toMatchObject({ status: 409, body: { code: 'last_admin' } });
    expect(await deactivate({ reassignTo: ben })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reassignTo', code: 'same_user' }] },
    });
    expect(await deactivate({ reassignTo: newId('user') })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reassignTo', code: 'reference_unknown' }] },
    });
    expect(await benIs()).toMatchObject({ status: 'active' });
  });

  it('is so once, however often it is asked, and by whom at once', async () => {
    const answers = await Promise.all([deactivate(), deactivate(), deactivate()]);
    expect(answers.map(({ body }) => body.version)).toEqual([2, 2, 2]);
  });

  it('is answered the same where the request is sent again', async () => {
    const headers = { 'idempotency-key': 'k' };
    const first = await deactivate({ reassignTo: cyd }, { headers });
    expect((await deactivate({ reassignTo: cyd }, { headers })).body).toEqual(first.body);
  });

  it('leaves an administrator who gets what they had (both are held by one condition)', async () => {
    await join(ben, 'Ben', ['admin']);
    await settleAll();
    expect(await deactivate({ reassignTo: ann })).toMatchObject({ status: 200 });
  });
});

describe('what they had', () => {
  it('goes to whom it was given: contacts, open deals and open tasks; what is closed stays', async () => {
    const contact = await contactOf();
    const open = await keep(dealRecord, aDeal({ id: newId('deal'), ...bens }));
    const won = await keep(
      dealRecord,
      aDeal({ id: newId('deal'), ...bens, status: 'won', stageId: 'won', amountCents: 100 }),
    );
    const todo = await keep(taskRecord, aTask({ id: newId('task'), ...bens }));
    const done = await keep(
      taskRecord,
      aTask({ id: newId('task'), ...bens, status: 'done', completedAt: monday }),
    );
    const others = await contactOf({ ownerId: ann });
    await settleAll();
    await deactivate();
    await rest();
    expect(await ownerOf(contact.id)).toBe(cyd);
    expect(await ownerOf(others.id)).toBe(ann);
    const [deals, tasks] = [
      await dealStore.getMany(whole(acme), [open.id, won.id]),
      await taskStore.getMany(whole(acme), [todo.id, done.id]),
    ];
    expect(deals.map(({ ownerId }) => ownerId)).toEqual([cyd, ben]);
    expect(tasks.map(({ ownerId }) => ownerId)).toEqual([cyd, ben]);
    expect((await benIs()).reassignment).toEqual({ to: cyd, moved: 3, done: true });
  });

  it('goes to nobody where nobody is named, as changes of whoever asked for it', async () => {
    const { id } = await contactOf();
    await settleAll();
    await deactivate({});
    await rest();
    expect(await contactStore.find(whole(acme), id)).not.toHaveProperty('ownerId');
    const items = await Array.fromAsync(readAll());
    const change = items.find(
      ({ type, recordId, kind }) => type === changeItemType && recordId === id && kind === 'updated',
    );
    expect(change).toMatchObject({ by: { kind: 'user', id: ann }, cause: `deactivated ${ben}` });
  });

  it('goes on behind a page, and counts each once, where every message comes twice and is killed once', async () => {
    const all = await Promise.all(Array.from({ length: 130 }, () => contactOf()));
    await settleAll();
    await deactivate();
    let killed = 0;
    for (let waiting = await takeEvents(); waiting.length > 0; waiting = await takeEvents())
      for (const body of waiting.filter((one) => /user\.(deactivated|handover)/.test(one))) {
        const bus = process.env.EVENT_BUS_NAME;
        delete process.env.EVENT_BUS_NAME; // the page is handed over; that it goes on is never said
        if (!(await deliver(body))) killed++;
        process.env.EVENT_BUS_NAME = bus;
        expect(await deliver(body)).toBe(true);
      }
    expect(killed).toBeGreaterThan(2);
    const owners = await Promise.all(all.map(({ id }) => ownerOf(id)));
    expect(new Set(owners)).toEqual(new Set([cyd]));
    expect((await benIs()).reassignment).toEqual({ to: cyd, moved: 130, done: true });
  });

  it('stays whose it became meanwhile', async () => {
    const { id } = await contactOf();
    await settleAll();
    await deactivate();
    const contact = await contactStore.get(whole(acme), id);
    await contactStore.save(
      { of: contactRecord, before: contact, after: { ...contact, ownerId: ann, version: 2 }, events: [] },
      aContext(),
    );
    await rest();
    expect(await ownerOf(id)).toBe(ann);
    expect((await benIs()).reassignment).toMatchObject({ moved: 0, done: true });
  });

  it('goes on to who gets what the receiver had, where they are shut out before it is handed over', async () => {
    const { id } = await contactOf();
    await settleAll();
    await deactivate({ reassignTo: cyd });
    const late = await takeEvents();
    await call(handler, deactivateUserRoute, { params: { userId: cyd }, body: { reassignTo: ann } });
    await rest(); // all that Cyd had is handed over, and Ben's contact is not among it
    for (const body of late) expect(await deliver(body)).toBe(true);
    await rest();
    expect(await ownerOf(id)).toBe(ann);
  });

  it('goes to nobody where all who were to have it are gone', async () => {
    const { id } = await contactOf();
    await settleAll();
    await deactivate({ reassignTo: cyd });
    const late = await takeEvents();
    await call(handler, deactivateUserRoute, { params: { userId: cyd }, body: {} });
    await rest();
    for (const body of late) expect(await deliver(body)).toBe(true);
    await rest();
    expect(await contactStore.find(whole(acme), id)).not.toHaveProperty('ownerId');
  });

  it('that came to them just before, and stands in no list yet, goes too', async () => {
    await deactivate();
    const { id } = await contactOf();
    await rest();
    expect(await ownerOf(id)).toBe(cyd);
  });

  it('goes to another where that is asked for later', async () => {
    await deactivate({ reassignTo: null });
    const { id } = await contactOf();
    await settleAll();
    const [late] = (await takeEvents()).filter((body) => body.includes(userDeactivated.type));
    await deactivate({ reassignTo: ann });
    expect(await deliver(late ?? '')).toBe(true); // the first asking's message does nothing any more
    expect(await ownerOf(id)).toBe(ben);
    await rest();
    expect(await ownerOf(id)).toBe(ann);
  });

  it('stays theirs where they are let in again before', async () => {
    const { id } = await contactOf();
    await settleAll();
    await deactivate();
    const waiting = await takeEvents();
    await reactivate();
    for (const body of waiting) expect(await deliver(body)).toBe(true);
    expect(await ownerOf(id)).toBe(ben);
    expect(poolUser('sub-ben')?.isEnabled).toBe(true);
  });
});

describe('somebody who is let in again', () => {
  it('and whom somebody deleted in the pool by hand is told of, and nothing is written', async () => {
    await deactivate();
    await rest();
    forgetAccount('sub-ben');
    expect(await reactivate()).toMatchObject({ status: 409, body: { code: 'pool_user_gone' } });
    expect(await benIs()).toMatchObject({ status: 'deactivated' });
  });

  it('has the roles that they had, and may sign in', async () => {
    await deactivate();
    await rest();
    expect(await reactivate()).toMatchObject({ status: 200, body: { status: 'active', roles: ['rep'] } });
    expect((await findCredential('sub-ben'))?.memberships).toEqual([{ workspaceId: acme, roles: ['rep'] }]);
    expect(poolUser('sub-ben')?.isEnabled).toBe(true);
    expect((await reactivate()).body.version).toBe(3);
    expect(await benIs()).not.toHaveProperty('reassignment');
  });
  it('is not invited', async () => {
    await deactivate();
    const body = { email: 'ben@acme.test', name: 'Ben', roles: ['rep'] };
    expect(await call(handler, inviteUserRoute, { body })).toMatchObject({
      status: 409,
      body: { code: 'user_inactive', existingId: ben },
    });
  });
});

describe('somebody who is removed', () => {
  it('was deactivated before, and what they had is handed over', async () => {
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'user_active' } });
    await deactivate();
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'reassignment_running' } });
    await rest();
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(204);
  });

  it('is a stub that still has an id, and is in no list', async () => {
    await deactivate();
    await rest();
    await remove();
    await settleAll();
    const stub = await benIs();
    expect(stub).toMatchObject({ id: ben, name: 'Former user', status: 'removed' });
    expect(JSON.stringify(stub)).not.toMatch(/ben@acme/i);
    const { body } = await call(handler, listUsersRoute, {});
    expect(body.items.map(({ id }) => id)).not.toContain(ben);
    expect(await reactivate()).toMatchObject({ status: 409, body: { code: 'user_removed' } });
  });

  it('loses the views that were theirs alone; those that they shared stay', async () => {
    const [own, shared] = [newId('view'), newId('view')];
    await keep(viewRecord, aView({ id: own, ownerId: ben }));
    await keep(viewRecord, aView({ id: shared, ownerId: ben, visibility: 'shared' }));
    await settleAll();
    await deactivate();
    await rest();
    expect(await viewStore.find(acme, own)).toBeDefined(); // they may be let in again
    await remove();
    await rest();
    expect(await viewStore.find(acme, own)).toBeUndefined();
    expect(await viewStore.find(acme, shared)).toMatchObject({ ownerId: ben });
  });

  it('frees the address, and is the same user when invited again', async () => {
    await deactivate();
    await rest();
    await remove();
    const body = { email: 'ben@acme.test', name: 'Benedict', roles: ['support'] };
    const back = await call(handler, inviteUserRoute, { body });
    expect(back).toMatchObject({ status: 201, body: { id: ben, name: 'Benedict', status: 'invited' } });
    expect(poolUser('sub-ben')?.isEnabled).toBe(true);
    expect((await findCredential('sub-ben'))?.memberships).toEqual([
      { workspaceId: acme, roles: ['support'] },
    ]);
  });
});
