import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { createRoleRoute } from '../../../shared/access/role-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { SettingPermission } from '../../../shared/core/policy.ts';
import { credentialItem, findCredential } from '../../../shared/identity/credential-store.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import {
  getMeRoute,
  getUserRoute,
  inviteUserRoute,
  listUsersRoute,
  patchMeRoute,
  patchUserRoute,
  resendInvitationRoute,
  userRoutes,
} from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aPolicy } from '../../fixtures/policy.ts';
import { aUser } from '../../fixtures/user.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { join, usePeople } from '../../helpers/people-world.ts';
import { putItem } from '../../helpers/put-item.ts';
import { haveAccount, poolCalls, poolUser } from '../../helpers/user-pool.ts';

const cyd = newId('user');
const rosa = { email: 'rosa@acme.test', name: 'Rosa', roles: ['rep'] };
beforeEach(async () => {
  await usePeople();
  await join(ann, 'Ann', ['admin']);
  await settleAll();
});

const invite = (body: object = rosa, more: Call = {}) => call(handler, inviteUserRoute, { body, ...more });
const patch = (userId: string, body: object, more: Call = {}) =>
  call(handler, patchUserRoute, { params: { userId }, body, ...more });
const userOf = async (userId: string) => (await call(handler, getUserRoute, { params: { userId } })).body;
const subjectOf = (email: string) => poolUser(email)?.sub ?? '';

describe('an invitation', () => {
  it('makes a user of the pool and of the workspace, who may act at once', async () => {
    const { status, body } = await invite({ ...rosa, email: 'Rosa@Acme.test' });
    expect({ status, body }).toMatchObject({ status: 201, body: { ...rosa, status: 'invited', version: 1 } });
    expect(body).not.toHaveProperty('subject');
    expect(poolUser(rosa.email)).toMatchObject({ mails: 1 });
    expect(await findCredential(subjectOf(rosa.email))).toMatchObject({
      userId: body.id,
      memberships: [{ workspaceId: acme, roles: ['rep'] }],
    });
  });

  it('is the same user when it is sent again, who stays as they are and gets no second mail', async () => {
    const first = await invite();
    const second = await invite({ ...rosa, name: 'Somebody', roles: ['admin'] });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(poolUser(rosa.email)).toMatchObject({ mails: 1 });
  });

  it('of one person by many at once makes one user and one credential', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('lets in who has their place already in a workspace that was made of an archive, as who they are', async () => {
    const { subject: _, ...restored } = aUser({
      id: cyd,
      email: rosa.email,
      name: 'Rosa L.',
      roles: ['manager'],
    });
    await keep(userRecord, { ...restored, status: 'invited' });
    for (const _ of [1, 2])
      expect((await invite()).body).toMatchObject({
        id: cyd,
        name: 'Rosa L.',
        roles: ['manager'],
        version: 2,
      });
    expect(await findCredential(subjectOf(rosa.email))).toMatchObject({
      userId: cyd,
      memberships: [{ workspaceId: acme, roles: ['manager'] }],
    });
  });

  it('goes on where it was killed between the pool and the table', async () => {
    // The pool has them; the table was never written.
    haveAccount(rosa.email, 'sub-rosa');
    expect(await invite()).toMatchObject({ status: 201, body: { status: 'invited' } });
    expect(await findCredential('sub-rosa')).toMatchObject({ memberships: [{ workspaceId: acme }] });
  });

  it('lets somebody of another workspace in at once, as the same person', async () => {
    const there = await invite(rosa, { workspaceId: globex });
    const here = await invite();
    expect(here.body.id).toBe(there.body.id);
    expect((await findCredential(subjectOf(rosa.email)))?.memberships).toHaveLength(2);
    expect(poolUser(rosa.email)).toMatchObject({ mails: 1, isEnabled: true });
    expect(poolCalls).toContain('AdminEnableUser');
  });

  it('is refused for a role that is not there, and then makes nobody', async () => {
    const refused = await invite({ ...rosa, roles: ['rep', newId('role')] });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles/1', code: 'reference_unknown' }] },
    });
    expect(poolUser(rosa.email)).toBeUndefined();
  });

  it('is refused for an address that the user pool could not take', async () => {
    const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.example.test`;
    expect(await invite({ ...rosa, email })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/email', code: 'too_big' }] },
    });
  });

  it('is refused to somebody who is in twenty workspaces', async () => {
    haveAccount(rosa.email, 'sub-rosa');
    const id = newId('user');
    for (let n = 0; n < 20; n++) {
      const by = aContext({ workspaceId: newId('workspace') });
      await addMember({ ...rosa, id, subject: 'sub-rosa' }, by);
    }
    expect(await invite()).toMatchObject({ status: 409, body: { code: 'too_many_workspaces' } });
  });

  it('can be sent again to who has not come, and to nobody else', async () => {
    const { body } = await invite();
    const resend = (userId: string) => call(handler, resendInvitationRoute, { params: { userId } });
    expect((await resend(body.id)).status).toBe(200);
    expect(poolUser(rosa.email)).toMatchObject({ mails: 2 });
    expect(await resend(ann)).toMatchObject({ status: 409, body: { code: 'invitation_accepted' } });
    expect(await resend(newId('user'))).toMatchObject({ status: 404, body: { code: 'user_not_found' } });
  });
});

describe('who I am', () => {
  it('makes who was invited active from the first time on, and no version more after that', async () => {
    const { body } = await invite();
    const me = () => call(handler, getMeRoute, { userId: body.id, role: 'rep' });
    expect((await me()).body).toMatchObject({ status: 'active', version: 2 });
    expect((await me()).body).toMatchObject({ status: 'active', version: 2 });
    expect(await userOf(body.id)).toMatchObject({ status: 'active' });
  });

  it('says my workspaces, my teams and which fields are held back', async () => {
    await addMember({ ...rosa, id: ben, subject: 'sub-rosa' }, aContext());
    const policy = aPolicy({
      fields: {
        contact: { phones: 'hidden', source: 'readonly' },
        deal: { amountCents: 'readonly' },
        task: {},
        ticket: { description: 'hidden' },
      },
    });
    const role = await call(handler, createRoleRoute, { body: { name: 'Field sales', policy } });
    await settleAll();
    const memberships = [{ workspaceId: acme, roles: [role.body.id] }];
    const { body } = await call(handler, getMeRoute, { userId: ben, memberships });
    expect(body.fields).toMatchObject({
      contact: { hidden: ['phones'], readonly: ['source'] },
      deal: { hidden: [], readonly: ['amountCents', 'items'] },
      task: { hidden: [], readonly: [] },
      ticket: { hidden: ['description'], readonly: [] },
    });
    expect(body.workspaces).toEqual([{ id: acme, name: 'Acme' }]);
    expect(body.teamIds).toEqual([]);
  });

  it('keeps the subject of a credential that nobody has kept, without which roles could not be changed', async () => {
    const { subject: _, ...kept } = aUser({ id: ben, email: 'ben@acme.test', roles: ['rep'] });
    await keep(userRecord, kept);
    const credential = { userId: ben, memberships: [{ workspaceId: acme, roles: ['rep'] }], revision: 1 };
    await putItem(credentialItem('sub-ben', credential));
    expect(await patch(ben, { roles: ['support'] })).toMatchObject({
      status: 409,
      body: { code: 'subject_unknown' },
    });
    await call(handler, getMeRoute, { userId: ben, role: 'rep', subject: 'sub-ben' });
    expect(await patch(ben, { roles: ['support'] })).toMatchObject({ status: 200 });
    expect((await findCredential('sub-ben'))?.memberships).toEqual([
      { workspaceId: acme, roles: ['support'] },
    ]);
  });

  it('has a name that one may change oneself, and nothing else', async () => {
    expect((await call(handler, patchMeRoute, { body: { name: 'Anna' } })).body).toMatchObject({
      name: 'Anna',
      roles: ['admin'],
    });
    expect(await call(handler, patchMeRoute, { body: { roles: ['admin'] } })).toMatchObject({ status: 400 });
  });
});

describe('roles', () => {
  it('act for the user and their credential alike', async () => {
    await join(ben, 'Ben', ['rep']);
    expect((await patch(ben, { roles: ['support', 'marketing'] })).body.roles).toEqual([
      'support',
      'marketing',
    ]);
    expect((await findCredential('sub-ben'))?.memberships).toEqual([
      { workspaceId: acme, roles: ['support', 'marketing'] },
    ]);
  });

  it('that are not there, or named twice, are refused', async () => {
    await join(ben, 'Ben', ['rep']);
    expect(await patch(ben, { roles: [newId('role')] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/roles/0', code: 'reference_unknown' }] },
    });
    expect(await patch(ben, { roles: ['rep', 'rep'] })).toMatchObject({ status: 400 });
    expect(await patch(ben, { name: 'Bo' }, { headers: { 'if-match': '"9"' } })).toMatchObject({
      status: 412,
    });
  });

  it('of the last administrator stay; who was only invited is none yet', async () => {
    const { body } = await invite({ ...rosa, roles: ['admin'] });
    await settleAll();
    const refused = { status: 409, body: { code: 'last_admin' } };
    expect(await patch(ann, { roles: ['rep'] })).toMatchObject(refused);
    await call(handler, getMeRoute, { userId: body.id });
    expect(await patch(ann, { roles: ['rep'] })).toMatchObject({ status: 200 });
    expect(await patch(body.id, { roles: ['rep'] })).toMatchObject(refused);
  });

  it('of two administrators who take them from each other at once: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      await join(ann, 'Ann', ['admin']);
      await join(ben, 'Ben', ['admin']);
      await settleAll();
      const answers = await Promise.all([patch(ben, { roles: ['rep'] }), patch(ann, { roles: ['rep'] })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const both = await userStore.getMany(acme, [ann, ben]);
      expect(both.filter((user) => user.roles.some((role) => role === 'admin'))).toHaveLength(1);
    }
  });

  it('of three administrators who take them in a circle at once: one stays', async () => {
    await join(ben, 'Ben', ['admin']);
    await join(cyd, 'Cyd', ['admin']);
    await settleAll();
    await Promise.all([ben, cyd, ann].map((userId) => patch(userId, { roles: ['rep'] })));
    const all = await userStore.getMany(acme, [ann, ben, cyd]);
    expect(all.filter((user) => user.roles.some((role) => role === 'admin'))).toHaveLength(1);
  });

  describe('given by somebody who may not write roles', () => {
    let memberships: Call['memberships'];
    let weakerId = '';
    beforeEach(async () => {
      await join(ben, 'Ben', ['rep']);
      const settings: SettingPermission[] = [...aPolicy().settings, 'users:write'];
      const policy = aPolicy({ settings, fields: { contact: { phones: 'hidden' }, deal: {}, task: {} } });
      const role = await call(handler, createRoleRoute, { body: { name: 'Lead', policy } });
      const weaker = aPolicy({
        fields: { contact: { phones: 'hidden', tags: 'hidden' }, deal: {}, task: {} },
      });
      weakerId = (await call(handler, createRoleRoute, { body: { name: 'Junior', policy: weaker } })).body.id;
      await settleAll();
      memberships = [{ workspaceId: acme, roles: [role.body.id] }];
    });

    it('may do no more than they may themselves: not see further, nor other fields', async () => {
      for (const role of ['admin', 'manager', 'support', 'rep'])
        expect(await patch(ann, { roles: [role, 'readonly'] }, { memberships })).toMatchObject({
          status: 403,
          body: { code: 'role_out_of_reach' },
        });
      const given = await patch(ben, { roles: [weakerId] }, { memberships });
      expect(given).toMatchObject({ status: 200, body: { roles: [weakerId] } });
      expect(await invite({ ...rosa, roles: ['admin'] }, { memberships })).toMatchObject({
        status: 403,
        body: { errors: [{ pointer: '/roles/0' }] },
      });
      expect(poolUser(rosa.email)).toBeUndefined();
    });

    it('may stay what somebody has, whatever it is', async () => {
      expect(await patch(ben, { roles: ['rep', weakerId] }, { memberships })).toMatchObject({ status: 200 });
    });
  });
});

it('USER-3: lists who is invited and deactivated too', async () => {
  await invite();
  await settleAll();
  const { body } = await call(handler, listUsersRoute, {});
  expect(body.items.map(({ name, status }) => [name, status])).toEqual([
    ['Ann', 'active'],
    ['Rosa', 'invited'],
  ]);
});

let theirs = '';
beforeEach(async () => {
  theirs = newId('user');
  await join(theirs, 'Gus', ['admin'], globex);
});
itHidesOtherWorkspaces({
  handler,
  routes: userRoutes,
  theirs: () => ({ userId: theirs }),
  nobodys: { userId: newId('user') },
});
