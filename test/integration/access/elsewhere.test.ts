import { beforeAll, expect, test } from 'vitest';
import { ask } from '../../helpers/access-ask.ts';
import type { Aim } from '../../helpers/access-doors.ts';
import { type SettingKind, settingId } from '../../helpers/access-settings.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { dealId, standing } from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

const fields = [{ name: 'email', label: 'E-mail', type: 'email', target: 'email' }];
const form = (more: object) => ({ body: { name: 'Ask', fields, ...more } });
const box = (more: object) => ({ body: { name: 'Box', address: 'box@in.acme.test', ...more } });
/** Everything that names a setting: by operation, what it names, and where in the request. */
const namings: [string, SettingKind, (id: string) => Aim | Promise<Aim>][] = [
  ['createForm', 'template', (welcomeTemplateId) => form({ welcomeTemplateId })],
  ['createForm', 'user', (userId) => form({ owner: { userId } })],
  ['createForm', 'user', (userId) => form({ owner: { roundRobin: [userId] } })],
  ['createForm', 'pipeline', (pipelineId) => form({ opensDeal: { pipelineId } })],
  ['createMailbox', 'template', (welcomeTemplateId) => box({ welcomeTemplateId })],
  ['createMailbox', 'user', (ownerId) => box({ ownerId })],
  ['createTeam', 'user', (id) => ({ body: { name: 'Team', memberIds: [id] } })],
  ['createTeam', 'user', (id) => ({ body: { name: 'Team', managerIds: [id] } })],
  [
    'addTeamMember',
    'user',
    async (userId) => ({ params: { teamId: await settingId('team', 'own'), userId } }),
  ],
  ['createRole', 'role', (from) => ({ body: { name: 'Copied', from } })],
  ['inviteUser', 'role', (role) => ({ body: { email: 'new@acme.test', name: 'New', roles: [role] } })],
  [
    'patchUser',
    'role',
    async (role) => ({ params: { userId: await settingId('user', 'own') }, body: { roles: [role] } }),
  ],
  ['createKey', 'role', (role) => ({ body: { name: 'Key', roles: [role] } })],
  [
    'deactivateUser',
    'user',
    async (reassignTo) => ({ params: { userId: await settingId('user', 'own') }, body: { reassignTo } }),
  ],
  ['patchWorkspace', 'pipeline', (defaultPipelineId) => ({ body: { defaultPipelineId } })],
  ['createDeal', 'pipeline', (pipelineId) => ({ body: { name: 'Mill', pipelineId } })],
  ['listDeals', 'pipeline', (pipelineId) => ({ query: { pipelineId, stageId: 'new' } })],
  ['getBoard', 'pipeline', (pipelineId) => ({ query: { pipelineId } })],
  ['listAudit', 'user', (actorId) => ({ query: { actorId } })],
];

test.each(namings)(
  '%s names a %s of another workspace as one that never was',
  async (operationId, kind, aim) => {
    const answerOf = async (where: 'elsewhere' | 'never') => {
      const id = await settingId(kind, where);
      const { status, body, leaks } = await ask('admin', operationId, await aim(id));
      return { status, leaks, body: JSON.stringify(body).replaceAll(id, '<id>') };
    };
    const [there, never] = [await answerOf('elsewhere'), await answerOf('never')];
    expect(there).toEqual(never);
    expect(there.leaks).toEqual([]);
    expect(never.status === 200 ? JSON.parse(never.body).items : never.status >= 400).toEqual(
      never.status === 200 ? [] : true,
    );
  },
);

test.each(['contact', 'deal', 'task', 'activity'] as const)(
  'the log of a %s of another workspace is as empty as of one that never was',
  async (kind) => {
    const [there, never] = await Promise.all(
      (['elsewhere', 'never'] as const).map((whose) =>
        ask('admin', 'listAudit', { query: { recordId: standing(kind, whose) } }),
      ),
    );
    expect(there?.body).toEqual({ items: [] });
    expect(never?.body).toEqual({ items: [] });
  },
);

test('lists by what another workspace has are empty', async () => {
  const byDeal = await ask('admin', 'listTasks', { query: { dealId: dealId('elsewhere', 'elsewhere') } });
  const byContact = await ask('admin', 'listTasks', {
    query: { contactId: standing('contact', 'elsewhere') },
  });
  expect([byDeal.body, byContact.body]).toEqual([{ items: [] }, { items: [] }]);
});
