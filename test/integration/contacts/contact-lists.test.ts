import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/contacts/api.ts';
import { type AccessItem, accessEntry } from '../../../shared/access/access-item.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Reach, RolePolicy } from '../../../shared/core/policy.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { useSecret } from '../../helpers/secret.ts';

const [cara, dan] = [newId('user'), newId('user')];
const sales = newId('team');
const owners = [ann, ben, cara, undefined];
const made = new Map<string, Contact>();

const itemOf = (contact: Contact) => ({ ...contact, ...recordKey(acme, 'contact', contact.id) });
const policyOf = (read: Reach, unassigned: boolean): RolePolicy => {
  const policy = structuredClone(builtinPolicy('readonly') as RolePolicy);
  policy.records.contact = { ...policy.records.contact, read, unassigned };
  return policy;
};
const roles = {
  own: newId('role'),
  ownAndNobodys: newId('role'),
  team: newId('role'),
  teamAndNobodys: newId('role'),
};
const access: AccessItem[] = [
  { of: 'role', id: roles.own, policy: policyOf('own', false) },
  { of: 'role', id: roles.ownAndNobodys, policy: policyOf('own', true) },
  { of: 'role', id: roles.team, policy: policyOf('team', false) },
  { of: 'role', id: roles.teamAndNobodys, policy: policyOf('team', true) },
  { of: 'team', id: sales, memberIds: [ann, ben], managerIds: [dan] },
];

beforeAll(async () => {
  useSecret();
  await useTable();
  for (const item of access) await putItem(accessEntry(acme, item));
  for (const member of [ann, ben])
    await putItem({ ...teamMemberKey(acme, member), recordId: sales, version: 'v' });
  for (let n = 0; n < 40; n++) {
    const minute = String(n).padStart(2, '0');
    const contact = aContact({
      id: newId('contact'),
      ownerId: owners[n % 4],
      firstName: `Person ${n}`,
      lastName: `N${(n * 7) % 40}`,
      emails: [],
      createdAt: `2026-11-01T10:${minute}:00.000Z`,
      updatedAt: `2026-11-02T10:${String((n * 3) % 40).padStart(2, '0')}:00.000Z`,
    });
    made.set(contact.id, contact);
    await keep(contactRecord, contact);
  }
  await settleAll();
});

type Asked = { role: string; userId?: string; query?: Record<string, string>; limit?: number };
const ask = ({ role, userId = ann, query = {} }: Asked) =>
  call(handler, listContactsRoute, { userId, memberships: [{ workspaceId: acme, roles: [role] }], query });

/** All pages, and what the dearest of them cost. */
async function walk(asked: Asked): Promise<{ ids: string[]; requests: number }> {
  const ids: string[] = [];
  let requests = 0;
  let cursor: string | undefined;
  do {
    const query = { ...asked.query, limit: String(asked.limit ?? 7), ...(cursor && { cursor }) };
    const { status, body, headers } = await ask({ ...asked, query });
    expect(status).toBe(200);
    ids.push(...body.items.map(({ id }) => id));
    requests = Math.max(requests, Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]));
    cursor = body.cursor;
  } while (cursor);
  return { ids, requests };
}

const by = {
  created: ({ createdAt }: Contact) => createdAt,
  updated: ({ updatedAt }: Contact) => updatedAt,
  name: ({ lastName, firstName }: Contact) => `${lastName} ${firstName}`.toLowerCase(),
};
const expected = (whose: (string | undefined)[], order: keyof typeof by, sign: 1 | -1) =>
  [...made.values()]
    .filter(({ ownerId }) => whose.includes(ownerId))
    .sort((a, b) => (by[order](a) < by[order](b) ? -sign : sign))
    .map(({ id }) => id);

describe.each<[string, string, string, (string | undefined)[], number]>([
  ['everything', 'readonly', ann, owners, 1],
  ['one’s own', roles.own, ann, [ann], 1],
  ['one’s own and nobody’s', roles.ownAndNobodys, ann, [ann, undefined], 2],
  ['the team’s', roles.team, ann, [ann, ben], 1],
  ['the team’s and nobody’s', roles.teamAndNobodys, ann, [ann, ben, undefined], 2],
  ['the team’s, of a manager who is not in it', roles.team, dan, [ann, ben], 2],
  ['the team’s, of somebody without one', roles.team, cara, [cara], 1],
])('a list of %s', (_, role, userId, whose, queries) => {
  it.each([
    ['created', 'desc', -1],
    ['created', 'asc', 1],
    ['updated', 'desc', -1],
    ['name', 'asc', 1],
    ['name', 'desc', -1],
  ] as const)('by %s %s holds just that, in order, over all its pages', async (sort, direction, sign) => {
    const { ids } = await walk({ role, userId, query: { sort, direction } });
    expect(ids).toEqual(expected(whose, sort, sign));
  });

  it('costs a Query a partition and one BatchGet a page', async () => {
    await ask({ role, userId }); // the roles and teams are kept for 30 s
    const { requests } = await walk({ role, userId, limit: 5 });
    expect(requests).toBe(queries + 1);
  });

  it('of one owner holds that owner’s where they are in reach, and nothing where not', async () => {
    for (const owner of owners) {
      const { ids } = await walk({ role, userId, query: { ownerId: owner ?? 'none' } });
      expect(ids).toEqual(whose.includes(owner) ? expected([owner], 'created', -1) : []);
    }
  });
});

it('gives no cursor that is good for somebody with another reach', async () => {
  const { body } = await ask({ role: roles.team, query: { limit: '3' } });
  const query = { limit: '3', cursor: body.cursor ?? '' };
  expect((await ask({ role: roles.team, query })).status).toBe(200);
  for (const other of [roles.own, roles.teamAndNobodys, 'readonly'])
    expect((await ask({ role: other, query })).body.code).toBe('cursor_invalid');
  expect((await ask({ role: roles.own, userId: ben, query })).body.code).toBe('cursor_invalid');
});

it('leaves out at once what has been given to somebody out of reach, before the list knows', async () => {
  const [id = ''] = expected([ben], 'created', -1);
  const before = made.get(id) as Contact;
  await putItem(itemOf({ ...before, ownerId: cara, version: 2 }));
  expect((await walk({ role: roles.team })).ids).not.toContain(id);
  await putItem(itemOf(before));
});

it('says that by name a team of more than twenty is too wide for a page', async () => {
  const big = newId('team');
  const erin = newId('user');
  const memberIds = [erin, ...Array.from({ length: 21 }, () => newId('user'))];
  const workspaceId = newId('workspace');
  const policy = policyOf('team', false);
  await putItem(accessEntry(workspaceId, { of: 'team', id: big, memberIds, managerIds: [] }));
  await putItem(accessEntry(workspaceId, { of: 'role', id: roles.team, policy }));
  const memberships = [{ workspaceId, roles: [roles.team] }];
  const byName = (sort: string) =>
    call(handler, listContactsRoute, { userId: erin, memberships, query: { sort } });
  expect((await byName('name')).body).toMatchObject({
    status: 400,
    errors: [{ pointer: '?/sort', code: 'order_too_wide' }],
  });
  expect((await byName('updated')).status).toBe(200);
});
