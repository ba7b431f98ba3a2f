import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/search/api.ts';
import { type AccessItem, accessEntry } from '../../../shared/access/access-item.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { RecordRights, RolePolicy } from '../../../shared/core/policy.ts';
import { teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { aPolicy, everyVerb } from '../../helpers/access-policies.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { useSecret } from '../../helpers/secret.ts';

const [cara, dan, sales] = [newId('user'), newId('user'), newId('team')];
const owners = { ann, ben, cara, nobody: undefined };

type Given = Partial<Record<'contact' | 'deal' | 'task', RecordRights>>;
const policies = {
  own: aPolicy({ contact: everyVerb('own'), deal: everyVerb('own'), task: everyVerb('own') }),
  team: aPolicy({ contact: everyVerb('team', true), deal: everyVerb('team'), task: everyVerb('team') }),
  mixed: aPolicy({
    contact: everyVerb('all'),
    deal: everyVerb('own'),
    task: everyVerb('none'),
  } satisfies Given),
  veiled: aPolicy({
    contact: everyVerb('all'),
    task: everyVerb('all'),
    fields: {
      contact: { emails: 'hidden', phones: 'hidden', company: 'hidden', tags: 'hidden', jobTitle: 'hidden' },
      task: { note: 'hidden' },
    },
  }),
  halfVeiled: aPolicy({ contact: everyVerb('all'), fields: { contact: { emails: 'hidden' } } }),
} satisfies Record<string, RolePolicy>;
type Name = keyof typeof policies;
const roleIds = Object.fromEntries(Object.keys(policies).map((name) => [name, newId('role')])) as Record<
  Name,
  string
>;

const made = new Map<string, string>();
const everything: Partial<Contact> = {
  firstName: 'Zephyr',
  company: 'Quagmire',
  jobTitle: 'Xylophonist',
  tags: ['wombat'],
  emails: [{ address: 'secret@hidden.example', key: 'secret@hidden.example' }],
  phones: [{ number: '+4930123456' }],
};

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ country: 'DE' }));
  const access: AccessItem[] = [
    ...Object.entries(policies).map(
      ([name, policy]): AccessItem => ({ of: 'role', id: roleIds[name as Name], policy }),
    ),
    { of: 'team', id: sales, memberIds: [ann, ben], managerIds: [dan] },
  ];
  for (const item of access) await putItem(accessEntry(acme, item));
  for (const member of [ann, ben])
    await putItem({ ...teamMemberKey(acme, member), recordId: sales, version: 'v' });
  for (const [name, ownerId] of Object.entries(owners)) {
    const contact = aContact({ id: newId('contact'), ownerId, lastName: 'Findling', emails: [] });
    const deal = aDeal({ id: newId('deal'), ownerId, name: 'Findling refit' });
    const task = aTask({ id: newId('task'), ownerId, title: 'Call Findling' });
    made.set((await keep(contactRecord, contact)).id, `contact of ${name}`);
    made.set((await keep(dealRecord, deal)).id, `deal of ${name}`);
    made.set((await keep(taskRecord, task)).id, `task of ${name}`);
  }
  await keep(
    contactRecord,
    aContact({ id: newId('contact'), ownerId: ann, lastName: 'Whole', ...everything }),
  );
  await keep(taskRecord, aTask({ id: newId('task'), title: 'Visible', note: 'Zanzibar', ownerId: ann }));
  await keep(
    contactRecord,
    aContact({ id: newId('contact'), workspaceId: globex, lastName: 'Findling', emails: [] }),
  );
  await settleAll();
});

async function ask(q: string, role: Name | 'admin', userId = ann, more: Call = {}) {
  const id = role === 'admin' ? role : roleIds[role];
  const memberships = [{ workspaceId: acme, roles: [id] }];
  const { status, body, headers } = await call(handler, searchRoute, {
    userId,
    memberships,
    query: { q },
    ...more,
  });
  expect(status).toBe(200);
  return { ...body, headers };
}
const found = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).items.map(({ record }) => made.get(record.id)).sort();
const of = (kinds: string[], names: string[]) =>
  kinds.flatMap((kind) => names.map((name) => `${kind} of ${name}`)).sort();
const all = ['contact', 'deal', 'task'];

describe('a search finds what is in reach, and nothing else', () => {
  it.each<[string, Name | 'admin', string, string[]]>([
    ['everything', 'admin', ann, of(all, Object.keys(owners))],
    ['one’s own', 'own', ann, of(all, ['ann'])],
    [
      'the team’s, and nobody’s of a kind',
      'team',
      ann,
      [...of(all, ['ann', 'ben']), 'contact of nobody'].sort(),
    ],
    ['the team’s, of its manager', 'team', dan, [...of(all, ['ann', 'ben']), 'contact of nobody'].sort()],
    [
      'each kind as far as it goes',
      'mixed',
      cara,
      [...of(['contact'], Object.keys(owners)), 'deal of cara'].sort(),
    ],
  ])('%s', async (_, role, userId, expected) => {
    for (const q of ['findling', 'findl', 'FINDLNIG', 'fimdling'])
      expect(await found(q, role, userId)).toEqual(expected);
  });

  it('of another workspace nothing', async () => {
    const other = await ask('findling', 'admin', ann, {
      memberships: [{ workspaceId: globex, roles: ['admin'] }],
    });
    expect(other.items).toHaveLength(1);
    expect(other.items[0] && made.has(other.items[0].record.id)).toBe(false);
  });

  it('an API key no more than its permissions', async () => {
    const answer = await ask('findling', 'admin', ann, { keyId: newId('key'), scopes: ['deals:read'] });
    expect(answer.items.map(({ type }) => type)).toEqual(['deal', 'deal', 'deal', 'deal']);
  });

  it('says nothing of what it cost, which would tell what was skipped', async () => {
    const { headers } = await ask('findling', 'own');
    expect(Object.keys(headers)).not.toContain('rapport-capacity');
    expect(Object.keys(headers)).not.toContain('server-timing');
  });
});

describe('a field that is hidden is neither searched nor shown', () => {
  const hidden = [
    'quagmire',
    'quagmier',
    'xylophonist',
    'wombat',
    'secret@hidden.example',
    'secret',
    '123456',
    'zanzibar',
    'hidden.example',
  ];
  it.each(hidden)(
    '%s finds nothing where it is hidden, alone or beside a word that is not, and is found by others',
    async (q) => {
      expect((await ask(q, 'veiled')).items).toEqual([]);
      expect((await ask(`${q} whole`, 'veiled')).items).toEqual([]);
      expect((await ask(`${q} visible`, 'veiled')).items).toEqual([]);
      expect((await ask(q, 'admin')).items).toHaveLength(1);
    },
  );

  it('what is found by a name comes without them', async () => {
    const { items } = await ask('whole', 'veiled');
    expect(items).toMatchObject([{ type: 'contact', matched: [{ field: 'lastName', text: 'Whole' }] }]);
    expect(JSON.stringify(items)).not.toMatch(/quagmire|xylophonist|wombat|secret|123456/i);
    const [task] = (await ask('visible', 'veiled')).items;
    expect(task).toMatchObject({ type: 'task', record: { title: 'Visible' } });
    expect(JSON.stringify(task)).not.toContain('Zanzibar');
  });

  it('fields that are not hidden go on being searched', async () => {
    expect((await ask('quagmire', 'halfVeiled')).items).toHaveLength(1);
    expect((await ask('hidden.example', 'halfVeiled')).items).toEqual([]);
  });
});

describe('who sees less is not told more by what others have', () => {
  it('entries that one may not see take no place from those that one may', async () => {
    const many = 230; // more than a look at a word reads
    for (let n = 0; n < many; n++) {
      const id = newId('contact');
      const key = `crowded${n}@x.example`;
      await keep(
        contactRecord,
        aContact({
          id,
          ownerId: cara,
          firstName: `P${n}`,
          lastName: undefined,
          emails: [{ address: key, key }],
        }),
      );
    }
    const mine = await keep(
      contactRecord,
      aContact({
        id: newId('contact', '2020-01-01T00:00:00.000Z'),
        ownerId: ann,
        lastName: 'Crowdedzzz',
        emails: [],
      }),
    );
    await settleAll();
    for (const role of ['own', 'halfVeiled'] as const) {
      const { items, complete } = await ask('crowded', role);
      expect(items.map(({ record }) => record.id)).toEqual([mine.id]);
      expect(complete).toBe(true);
    }
    expect((await ask('crowded', 'admin')).complete).toBe(false);
  }, 120_000);
});
