import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/identity/api.ts';
import { rightsOf } from '../../../shared/access/access-store.ts';
import {
  addTeamMemberRoute,
  createTeamRoute,
  deleteTeamRoute,
  getTeamRoute,
  listTeamsRoute,
  patchTeamRoute,
  removeTeamMemberRoute,
  teamRoutes,
} from '../../../shared/access/team-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { teamPk } from '../../../shared/core/scoped-list.ts';
import { getMeRoute } from '../../../shared/identity/user-routes.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { join, rest, usePeople } from '../../helpers/people-world.ts';

const cyd = newId('user');
beforeEach(async () => {
  await usePeople();
  await join(ann, 'Ann', ['admin']);
  await join(ben, 'Ben', ['rep']);
  await join(cyd, 'Cyd', ['rep']);
});

const make = (body: object, more: object = {}) => call(handler, createTeamRoute, { body, ...more });
const patch = (teamId: string, body: object, more: object = {}) =>
  call(handler, patchTeamRoute, { params: { teamId }, body, ...more });
const get = async (teamId: string) => (await call(handler, getTeamRoute, { params: { teamId } })).body;
const put = (teamId: string, userId: string) =>
  call(handler, addTeamMemberRoute, { params: { teamId, userId } });
const takeOut = (teamId: string, userId: string) =>
  call(handler, removeTeamMemberRoute, { params: { teamId, userId } });
const idOf = async (body: object) => (await make(body)).body.id;
const many = (count: number) => Array.from({ length: count }, () => newId('user'));

describe('teams', () => {
  it('TEAM-1, TEAM-2: are read one by one and listed by name', async () => {
    const sales = await idOf({ name: 'sales', managerIds: [ann], memberIds: [ben] });
    await make({ name: 'Back office' });
    await settleAll();
    expect(await get(sales)).toMatchObject({
      name: 'sales',
      managerIds: [ann],
      memberIds: [ben],
      version: 1,
    });
    const { body, headers } = await call(handler, listTeamsRoute, {});
    expect(body.items.map(({ name }) => name)).toEqual(['Back office', 'sales']);
    expect(headers['rapport-capacity']).toMatch(/^requests=2;/);
  });

  it('have only users of the workspace who are not gone', async () => {
    const gone = newId('user');
    expect(await make({ name: 'Sales', memberIds: [ben, gone] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/memberIds/1', code: 'reference_unknown' }] },
    });
    expect(await make({ name: 'Sales', managerIds: [gone] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/managerIds/0', code: 'reference_unknown' }] },
    });
    const teamId = await idOf({ name: 'Sales' });
    expect(await put(teamId, gone)).toMatchObject({ status: 404, body: { code: 'user_not_found' } });
    expect(await make({ name: 'Two', memberIds: [ben, ben] })).toMatchObject({ status: 400 });
  });

  it('have no member twice: the answer names the other team', async () => {
    const existingId = await idOf({ name: 'Sales', memberIds: [ben] });
    const taken = { status: 409, body: { code: 'team_member_taken', existingId } };
    expect(await make({ name: 'Support', memberIds: [ben] })).toMatchObject(taken);
    const other = await idOf({ name: 'Support', memberIds: [cyd] });
    expect(await put(other, ben)).toMatchObject(taken);
    expect(await patch(other, { memberIds: [cyd, ben] })).toMatchObject(taken);
    await takeOut(existingId, ben);
    expect((await put(other, ben)).body.memberIds).toEqual([cyd, ben]);
  });

  it('of two that claim one member at once one gets them', async () => {
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => make({ name, memberIds: [ben] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('of two that take somebody in at once by a PUT one gets them, and the loser knows who', async () => {
    const [a, b] = [await idOf({ name: 'A' }), await idOf({ name: 'B' })];
    const answers = await Promise.all([put(a, ben), put(b, ben)]);
    const [winner] = answers.filter(({ status }) => status === 200);
    const [loser] = answers.filter(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ code: 'team_member_taken', existingId: winner?.body.id });
  });

  it('keep all who are put in at once', async () => {
    const teamId = await idOf({ name: 'Sales' });
    await Promise.all([put(teamId, ann), put(teamId, ben), put(teamId, cyd)]);
    expect((await get(teamId)).memberIds.sort()).toEqual([ann, ben, cyd].sort());
  });

  it('take somebody in or out as often as one likes', async () => {
    const teamId = await idOf({ name: 'Sales' });
    expect((await put(teamId, ben)).body.version).toBe(2);
    expect((await put(teamId, ben)).body.version).toBe(2);
    expect((await takeOut(teamId, ben)).status).toBe(204);
    expect((await takeOut(teamId, ben)).status).toBe(204);
    expect(await get(teamId)).toMatchObject({ memberIds: [], version: 3 });
  });

  it('have one name each, in any spelling', async () => {
    const existingId = await idOf({ name: 'Sales' });
    const taken = { status: 409, body: { code: 'team_name_taken', existingId } };
    expect(await make({ name: 'SALES' })).toMatchObject(taken);
    await idOf({ name: 'Support' });
    expect((await make({ name: 'Sales' }, { workspaceId: globex })).status).toBe(201);
  });

  it('say which list is too long, and take in no more at once than a transaction holds', async () => {
    expect(await make({ name: 'Big', memberIds: many(81) })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/memberIds' }] },
    });
    expect(await make({ name: 'Big', memberIds: many(60) })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/memberIds', code: 'too_many_at_once' }] },
    });
  });

  it('free their members and their name when they are deleted', async () => {
    const teamId = await idOf({ name: 'Sales', memberIds: [ben] });
    expect((await call(handler, deleteTeamRoute, { params: { teamId } })).status).toBe(204);
    expect((await make({ name: 'Sales', memberIds: [ben] })).status).toBe(201);
  });

  it('hold a change to the version that was read', async () => {
    const teamId = await idOf({ name: 'Sales' });
    expect(await patch(teamId, { name: 'Other' }, { headers: { 'if-match': '"9"' } })).toMatchObject({
      status: 412,
    });
  });
});

describe('what a team reaches', () => {
  const asked = (userId: string) => rightsOf(acme, { userId, roles: ['rep'] });

  it('ACCESS-1: is its members’, for its members and its managers alike', async () => {
    const sales = await idOf({ name: 'Sales', managerIds: [ann], memberIds: [ben, cyd] });
    await settleAll();
    for (const userId of [ann, ben, cyd])
      expect(await asked(userId)).toMatchObject({ teamIds: [sales], circle: new Set([ben, cyd]) });
  });

  it('is told to whoever is in it, whatever their roles reach', async () => {
    await join(cyd, 'Cyd', ['readonly']);
    const sales = await idOf({ name: 'Sales', memberIds: [cyd] });
    await settleAll();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 }); // what is kept of the teams is older than it may be
    const { body } = await call(handler, getMeRoute, { userId: cyd, role: 'readonly' });
    vi.useRealTimers();
    expect(body.teamIds).toEqual([sales]);
  });

  const teamsContacts = async (teamId: string) =>
    (await queryItems({ pk: teamPk(listPk(acme, 'contact'), teamId), limit: 100 })).items.map(({ id }) => id);

  it('follows its members: their records stand in its lists when they come, and no more when they go', async () => {
    const bens = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: ben }));
    const cyds = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: cyd }));
    const sales = await idOf({ name: 'Sales', memberIds: [ben] });
    await rest();
    expect(await teamsContacts(sales)).toEqual([bens.id]);
    await patch(sales, { memberIds: [cyd] });
    await rest();
    expect(await teamsContacts(sales)).toEqual([cyds.id]);
    const support = await idOf({ name: 'Support', memberIds: [ben] });
    await rest();
    expect(await teamsContacts(support)).toEqual([bens.id]);
    await call(handler, deleteTeamRoute, { params: { teamId: sales } });
    await rest();
    expect(await teamsContacts(sales)).toEqual([]);
  });
});

let theirs = '';
beforeEach(async () => {
  theirs = (await make({ name: 'Theirs' }, { workspaceId: globex })).body.id;
});
itHidesOtherWorkspaces({
  handler,
  routes: teamRoutes,
  theirs: () => ({ teamId: theirs }),
  nobodys: { teamId: newId('team') },
});
