import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { rightsOf } from '../../../shared/access/access-store.ts';
import { builtinPolicy, builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { mostRoles } from '../../../shared/access/role.ts';
import {
  createRoleRoute,
  deleteRoleRoute,
  getRoleRoute,
  listRolesRoute,
  patchRoleRoute,
  roleRoutes,
} from '../../../shared/access/role-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { keyRecord } from '../../../shared/identity/key.ts';
import { keyStore } from '../../../shared/identity/key-store.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { acme, ann, ben, globex, monday, noon } from '../../fixtures/ids.ts';
import { aPolicy } from '../../fixtures/policy.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useTable);

const make = (body: object, more: object = {}) => call(handler, createRoleRoute, { body, ...more });
const patch = (roleId: string, body: object, more: object = {}) =>
  call(handler, patchRoleRoute, { params: { roleId }, body, ...more });
const remove = (roleId: string) => call(handler, deleteRoleRoute, { params: { roleId } });
const idOf = async (body: object) => (await make(body)).body.id;

describe('roles', () => {
  it('ROLE-2: lists those that are built in first, then the workspace’s own by name, without other workspaces’', async () => {
    await make({ name: 'Zoo', from: 'rep' });
    await make({ name: 'attic', policy: aPolicy() });
    await make({ name: 'Theirs', from: 'rep' }, { workspaceId: globex });
    await settleAll();
    const { body, headers } = await call(handler, listRolesRoute, {});
    expect(body.items.map(({ name }) => name).slice(-2)).toEqual(['attic', 'Zoo']);
    expect(body.items.map(({ id }) => id).slice(0, -2)).toEqual([...builtinRoles]);
    expect(body.items.map(({ builtIn }) => builtIn)).toEqual([...builtinRoles.map(() => true), false, false]);
    expect(headers['rapport-capacity']).toMatch(/^requests=2;/);
  });

  it('are read one by one, a built-in one by its name', async () => {
    const roleId = await idOf({ name: 'Field sales', description: 'Out and about.', from: 'rep' });
    expect(await call(handler, getRoleRoute, { params: { roleId } })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { name: 'Field sales', description: 'Out and about.', builtIn: false, policy: aPolicy() },
    });
    expect((await call(handler, getRoleRoute, { params: { roleId: 'rep' } })).body).toMatchObject({
      id: 'rep',
      builtIn: true,
      policy: aPolicy(),
    });
  });

  it('begin with a policy of their own or with another role’s, never with both or neither', async () => {
    const first = await idOf({ name: 'First', policy: aPolicy({ settings: ['users:read'] }) });
    const second = await make({ name: 'Second', from: first });
    expect(second.body.policy.settings).toEqual(['users:read']);
    for (const body of [{ name: 'Third' }, { name: 'Third', from: 'rep', policy: aPolicy() }])
      expect(await make(body)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/policy' }] } });
    expect(await make({ name: 'Third', from: newId('role') })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/from', code: 'reference_unknown' }] },
    });
  });

  it('have names that are unique in any spelling, also of built-in ones', async () => {
    const existingId = await idOf({ name: 'Field sales', from: 'rep' });
    const taken = { status: 409, body: { code: 'role_name_taken' } };
    expect(await make({ name: 'FIELD SALES', from: 'rep' })).toMatchObject({
      ...taken,
      body: { ...taken.body, existingId },
    });
    expect(await make({ name: 'Admin', from: 'rep' })).toMatchObject(taken);
    const other = await idOf({ name: 'Other', from: 'rep' });
    expect(await patch(other, { name: 'field sales' })).toMatchObject(taken);
    expect((await make({ name: 'Field sales', from: 'rep' }, { workspaceId: globex })).status).toBe(201);
  });

  it('are made once by a request that is sent twice', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const [first, second] = [
      await make({ name: 'Once', from: 'rep' }, { headers }),
      await make({ name: 'Once', from: 'rep' }, { headers }),
    ];
    expect(second.body).toEqual(first.body);
  });

  it('let nothing be changed further than it is read, with a pointer for each', async () => {
    const rights = {
      read: 'own',
      create: 'all',
      edit: 'all',
      delete: 'team',
      export: 'own',
      unassigned: false,
    };
    const policy = aPolicy();
    Object.assign(policy.records.deal, rights);
    expect(await make({ name: 'Odd', policy })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/policy/records/deal/edit', code: 'beyond_read' },
          { pointer: '/policy/records/deal/delete', code: 'beyond_read' },
        ],
      },
    });
    const roleId = await idOf({ name: 'Even', from: 'rep' });
    const narrowed = await patch(roleId, { policy: { records: { contact: { read: 'none' } } } });
    expect(narrowed).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/policy/records/contact/edit' }] },
    });
  });

  it('are patched deep into their policy: what is not named stays, a rule that is null goes', async () => {
    const roleId = await idOf({ name: 'Field sales', from: 'rep' });
    await patch(roleId, {
      policy: { fields: { contact: { phones: 'hidden', 'custom.birthday': 'readonly' } } },
    });
    const { status, body } = await patch(roleId, {
      policy: { fields: { contact: { phones: null } }, records: { deal: { edit: 'team' } } },
    });
    expect(status).toBe(200);
    expect(body.policy).toEqual({
      ...aPolicy(),
      records: { ...aPolicy().records, deal: { ...aPolicy().records.deal, edit: 'team' } },
      fields: { contact: { 'custom.birthday': 'readonly' }, deal: {}, task: {} },
    });
    expect(
      (await patch(roleId, { policy: { fields: { contact: null } } })).body.policy.fields.contact,
    ).toEqual({});
    expect(await patch(roleId, { policy: { fields: { contact: { id: 'hidden' } } } })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/policy/fields/contact/id' }] },
    });
  });

  it('that are built in can neither be changed nor deleted', async () => {
    const refused = { status: 409, body: { code: 'role_built_in' } };
    expect(await patch('rep', { name: 'Rep' })).toMatchObject(refused);
    expect(await remove('rep')).toMatchObject(refused);
  });

  it('hold a patch to the version that was read', async () => {
    const roleId = await idOf({ name: 'Field sales', from: 'rep' });
    const late = await patch(roleId, { name: 'Sales' }, { headers: { 'if-match': '"7"' } });
    expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect((await patch(roleId, { name: 'Field sales' })).body.version).toBe(1);
  });

  it('are at most fifty a workspace', async () => {
    await Promise.all(
      Array.from({ length: mostRoles }, (_, n) => make({ name: `Role ${n}`, from: 'readonly' })),
    );
    await settleAll();
    expect(await make({ name: 'One more', from: 'rep' })).toMatchObject({
      status: 409,
      body: { code: 'too_many_roles' },
    });
  });
});

describe('a role that somebody has', () => {
  const anns = { id: ann, subject: 'sub-ann', name: 'Ann', email: 'ann@acme.test' };
  beforeEach(() => addMember({ ...anns, roles: ['admin'] }, aContext()));

  it('USER-4: is not deleted, and the answer says who has it', async () => {
    const roleId = await idOf({ name: 'Field sales', from: 'rep' });
    const bens = { id: ben, subject: 'sub-ben', name: 'Ben', email: 'ben@acme.test' };
    await addMember({ ...bens, roles: [roleId] }, aContext());
    await settleAll();
    expect(await remove(roleId)).toMatchObject({
      status: 409,
      body: { code: 'role_in_use', existingId: ben },
    });
    await addMember({ ...bens, roles: ['rep'] }, aContext());
    expect((await remove(roleId)).status).toBe(204);
    expect(await call(handler, getRoleRoute, { params: { roleId } })).toMatchObject({
      status: 404,
      body: { code: 'role_not_found' },
    });
  });

  it('KEY-3: is not deleted while a live key has it', async () => {
    const roleId = await idOf({ name: 'Field sales', from: 'rep' });
    const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
    const key = {
      ...base,
      id: newId('key'),
      name: 'Sync',
      roles: [roleId],
      userId: ann,
      lastFour: 'abcd',
      hash: 'h',
    };
    await keep(keyRecord, { ...key, expiresAt: '2027-01-01T00:00:00.000Z' });
    const expired = { ...key, id: newId('key'), hash: 'i', expiresAt: monday };
    await keep(keyRecord, expired);
    await settleAll();
    expect(await remove(roleId)).toMatchObject({
      status: 409,
      body: { code: 'role_in_use', existingId: key.id },
    });
    const before = await keyStore.get(acme, key.id);
    const after = { ...before, version: 2, revokedAt: noon };
    await keyStore.save({ of: keyRecord, before, after, events: [] }, aContext());
    expect((await remove(roleId)).status).toBe(204);
  });

  it('ACCESS-1: gives what its policy says once it is projected, and nothing once it is gone', async () => {
    const roleId = await idOf({ name: 'Field sales', policy: aPolicy({ settings: ['forms:write'] }) });
    await settleAll();
    const asked = { userId: ben, roles: [roleId] };
    expect((await rightsOf(acme, asked)).roles).toMatchObject([{ settings: ['forms:write'] }]);
    const gone = await idOf({ name: 'Gone', from: 'admin' });
    await remove(gone);
    await settleAll();
    expect((await rightsOf(acme, { ...asked, roles: [gone] })).roles).toEqual([]);
  });
});

it('every built-in role makes sense by the rules that hold for own ones', async () => {
  for (const from of builtinRoles)
    expect(await make({ name: `Copy of ${from}`, from })).toMatchObject({
      status: 201,
      body: { policy: builtinPolicy(from) },
    });
});

let theirs = '';
beforeEach(async () => {
  theirs = (await make({ name: 'Theirs', from: 'rep' }, { workspaceId: globex })).body.id;
});
itHidesOtherWorkspaces({
  handler,
  routes: roleRoutes,
  theirs: () => ({ roleId: theirs }),
  nobodys: { roleId: newId('role') },
});
