import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { accessEntry } from '../../../shared/access/access-item.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { auditId } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import {
  listActivityHistoryRoute,
  listContactHistoryRoute,
  listDealHistoryRoute,
  listTaskHistoryRoute,
} from '../../../shared/audit/history-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { RolePolicy } from '../../../shared/core/policy.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { patchTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import {
  acme,
  activityId,
  ann,
  ben,
  contactId,
  dealId,
  globex,
  monday,
  noon,
  taskId,
} from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { settleAudit } from '../../helpers/audit.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(contactRecord, aContact());
  await keep(dealRecord, aDeal());
  await keep(taskRecord, aTask());
  await keep(activityRecord, anActivity());
});

const patch = async (body: object, more: Call = {}) => {
  const answer = await call(contacts, patchContactRoute, { params: { contactId }, body, ...more });
  expect(answer.status).toBe(200);
};
const history = (query: Record<string, string> = {}, more: Call = {}) =>
  call(contacts, listContactHistoryRoute, { params: { contactId }, query, ...more });
const roleWith = async (over: (admin: RolePolicy) => object): Promise<Call> => {
  const admin = builtinPolicy('admin') as RolePolicy;
  const id = newId('role');
  const policy = RolePolicy.parse({ ...admin, ...over(admin) });
  await putAll([accessEntry(acme, { of: 'role', id, policy })]);
  return { memberships: [{ workspaceId: acme, roles: [id] }] };
};

describe('a record’s history', () => {
  it('is its changes, newest first: who, when, because of what, before and after', async () => {
    await patch({ jobTitle: 'Head', custom: { a: 1 } }, { userId: ben, requestId: 'req-7', keyId: 'ky_1' });
    await settleAudit();
    const { body } = await history();
    expect(body.items).toEqual([
      {
        id: expect.stringMatching(/^ch_/),
        at: noon,
        kind: 'updated',
        version: 2,
        by: { kind: 'user', id: ben, keyId: 'ky_1' },
        cause: 'req-7',
        from: '192.0.2.1',
        fields: { jobTitle: { after: 'Head' }, custom: { before: {}, after: { a: 1 } } },
      },
      expect.objectContaining({ at: monday, kind: 'created', version: 1, by: { kind: 'user', id: ann } }),
    ]);
  });

  it('does not say from where to who may not read the audit log', async () => {
    await patch({ jobTitle: 'Head' });
    await settleAudit();
    const { body } = await history({}, { role: 'manager' });
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('192.0.2.1');
  });

  it('comes in pages, each change once', async () => {
    for (let n = 0; n < 6; n++)
      await patch({ jobTitle: `Job ${n}` }, { now: noon.replace('12:00', `12:0${n}`) });
    await settleAudit();
    const versions: number[] = [];
    let cursor: string | undefined;
    do {
      const { body }: Awaited<ReturnType<typeof history>> = await history({
        limit: '3',
        ...(cursor && { cursor }),
      });
      versions.push(...body.items.map(({ version }) => version));
      cursor = body.cursor;
    } while (cursor);
    expect(versions).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('has neither what is hidden nor what Rapport keeps for itself', async () => {
    await patch({
      jobTitle: 'Head',
      emails: [{ address: 'New@engines.example' }],
      custom: { iban: 'X', b: 1 },
    });
    await settleAudit();
    expect(JSON.stringify((await history()).body)).not.toContain('new@engines.example'); // the folded key
    const fields = { contact: { emails: 'hidden', 'custom.iban': 'hidden' }, deal: {}, task: {} };
    const { body } = await history({}, await roleWith(() => ({ fields })));
    expect(Object.keys(body.items[0]?.fields ?? {}).sort()).toEqual(['custom', 'jobTitle']);
    expect(JSON.stringify(body)).not.toMatch(/iban|engines/);
  });

  it('holds the record’s changes alone, not what else the log says of it', async () => {
    await commit(
      auditWrites(acme, {
        id: auditId('export.made', 'ex_1'),
        at: noon,
        action: 'export.made',
        actor: { kind: 'user', id: ann },
        record: { kind: 'contact', id: contactId },
      }),
    );
    await settleAudit();
    expect((await history()).body.items.map(({ kind }) => kind)).toEqual(['created']);
  });

  it('of an erased change keeps who and when', async () => {
    await patch({ jobTitle: 'Head' });
    await settleAudit();
    const [{ id = '' } = {}] = (await history()).body.items;
    const Key = { pk: `WS#${acme}#CONTACT#${contactId}`, sk: `#${noon}#${id}` };
    await commit([{ action: { Delete: { Key } } }]);
    expect((await history()).body.items[0]).toMatchObject({
      erased: true,
      by: { id: ann },
      fields: {},
      version: 2,
    });
  });

  it('is there of deals, tasks and activities too', async () => {
    await call(deals, patchDealRoute, { params: { dealId }, body: { name: 'Other' } });
    await call(tasks, patchTaskRoute, { params: { taskId }, body: { title: 'Other' } });
    await settleAudit();
    const deal = await call(deals, listDealHistoryRoute, { params: { dealId } });
    const task = await call(tasks, listTaskHistoryRoute, { params: { taskId } });
    const activity = await call(activities, listActivityHistoryRoute, { params: { activityId } });
    expect(deal.body.items[0]?.fields).toMatchObject({ name: { after: 'Other' } });
    expect(task.body.items[0]?.fields).toMatchObject({ title: { after: 'Other' } });
    expect(activity.body.items).toMatchObject([{ kind: 'created' }]);
  });

  it('is 404 for who does not see the record', async () => {
    const own = await roleWith(({ records }) => ({
      records: {
        ...records,
        contact: { ...records.contact, read: 'own', unassigned: false },
        deal: { ...records.deal, read: 'own', unassigned: false },
        task: { ...records.task, read: 'own', unassigned: false },
      },
    }));
    await settleAudit();
    const stranger = { ...own, userId: newId('user') };
    expect((await history({}, stranger)).status).toBe(404);
    const paths = { params: { contactId, dealId, taskId, activityId } };
    expect((await call(deals, listDealHistoryRoute, { ...paths, ...stranger })).status).toBe(404);
    expect((await call(tasks, listTaskHistoryRoute, { ...paths, ...stranger })).status).toBe(404);
    expect((await call(activities, listActivityHistoryRoute, { ...paths, ...stranger })).status).toBe(404);
  });
});

describe('a history', () => {
  const theirs = aContact({ id: newId('contact'), workspaceId: globex });
  beforeEach(async () => {
    await keep(contactRecord, theirs);
    await settleAudit();
  });
  itHidesOtherWorkspaces({
    handler: contacts,
    routes: [listContactHistoryRoute],
    theirs: () => ({ contactId: theirs.id }),
    nobodys: { contactId: newId('contact') },
  });
});
