import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { forgetHistory } from '../../../functions/privacy/erasing/history.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { accessEntry } from '../../../shared/access/access-item.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { getActivityRoute, patchActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { type AuditLine, auditItems } from '../../../shared/audit/audit.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { RolePolicy } from '../../../shared/core/policy.ts';
import { type Kept, type OwnedKind, type RecordBase, recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { getDealRoute, moveDealRoute, patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { remove as erase, forgetContact } from '../../../shared/privacy/forget.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { completeTaskRoute, getTaskRoute, patchTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, activityId, ann, ben, contactId, dealId, globex, monday, taskId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aTask } from '../../fixtures/task.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { allChanges, settleAudit } from '../../helpers/audit.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, name: 'Ben', email: 'ben@acme.test' }));
  await keep(contactRecord, aContact({ jobTitle: 'Clerk', custom: { a: 1 } }));
  await keep(dealRecord, aDeal());
  await keep(taskRecord, aTask());
  await keep(activityRecord, anActivity());
});

/** Seconds after the fixtures were made. */
const at = (seconds: number) => new Date(Date.parse(monday) + seconds * 1000).toISOString();
const getContact = (query: Record<string, string> = {}, more: Call = {}) =>
  call(contacts, getContactRoute, { params: { contactId }, query, now: at(9999), ...more });
async function patchContact(seconds: number, body: object) {
  const now = at(seconds);
  const answer = await call(contacts, patchContactRoute, { params: { contactId }, body, now });
  expect(answer.status).toBe(200);
}
const asOf = (seconds: number, more: Call = {}) => getContact({ asOf: at(seconds) }, more);
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
/** What a page shows beside its record, which is of now. */
const besides = new Set(['timeline', 'asOf', 'idle', 'timeInStages', 'purchases', 'promises']);
const bodyOnly = (body: object) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !besides.has(name)));
/** A custom role of Acme, as a membership. */
async function roleWith(over: (admin: RolePolicy) => object): Promise<Call> {
  const admin = builtinPolicy('admin') as RolePolicy;
  const id = newId('role');
  const policy = RolePolicy.parse({ ...admin, ...over(admin) });
  await putAll([accessEntry(acme, { of: 'role', id, policy })]);
  return { memberships: [{ workspaceId: acme, roles: [id] }] };
}

const edits = [
  { firstName: 'Augusta', tags: ['fair'] },
  { jobTitle: null, custom: { a: 2, b: 'x' } },
  { emails: [{ address: 'ada@engines.example' }], ownerId: null },
  { lastName: 'King', custom: { a: null } },
  { tags: [] },
];
/** Every moment of the contact's life, as it was read then. */
async function lived() {
  const moments = [{ seconds: 0, body: bodyOnly((await getContact()).body) }];
  for (const [n, body] of edits.entries()) {
    const seconds = (n + 1) * 10;
    await patchContact(seconds, body);
    moments.push({ seconds, body: bodyOnly((await getContact()).body) });
  }
  return moments;
}

describe('a contact with asOf', () => {
  it.each([
    ['its log is whole', (n: number) => n],
    ['nothing of its log is written yet', () => 0],
    ['the newest of its log is on its way', (n: number) => n - 2],
  ])('is at every moment what it was, where %s', async (_, written) => {
    const moments = await lived();
    const changes = (await allChanges()).filter(({ recordId }) => recordId === contactId);
    await settleAudit(changes.slice(0, written(changes.length)));
    for (const { seconds, body } of moments)
      for (const later of [0, 5, 9.999]) {
        const answer = await asOf(seconds + later);
        expect(answer.status).toBe(200);
        expect(answer.body).toMatchObject({ asOf: at(seconds + later) });
        expect(bodyOnly(answer.body)).toEqual(body);
      }
  });

  it('has no timeline, and its ETag is that of the version it shows', async () => {
    await lived();
    const answer = await asOf(15);
    expect(answer.body).not.toHaveProperty('timeline');
    expect(answer.body).not.toHaveProperty('promises');
    expect(answer.headers.etag).toBe('"2"');
  });

  it('costs three requests, however much happened beside', async () => {
    await lived();
    await settleAudit();
    expect(requestsOf(await asOf(15))).toBe(3);
    expect(requestsOf(await asOf(9000))).toBe(2);
  });

  it('understands an instant of any offset', async () => {
    await lived();
    const instant = `${new Date(Date.parse(at(15)) + 3_600_000).toISOString().slice(0, 19)}+01:00`;
    expect((await getContact({ asOf: instant })).body).toMatchObject({ version: 2, asOf: at(15) });
  });

  it('was not there before it was made', async () => {
    await settleAudit();
    expect(await asOf(-1)).toMatchObject({ status: 404, body: { code: 'contact_not_found' } });
  });

  it('counts a change as made behind the changes that it builds on, whatever a clock said', async () => {
    await patchContact(20, { firstName: 'B' });
    await patchContact(10, { lastName: 'C' }); // of a function whose clock is late
    await settleAudit();
    expect((await asOf(15)).body).toMatchObject({ version: 1, firstName: 'Ada', lastName: 'Lovelace' });
    expect((await asOf(20)).body).toMatchObject({ version: 2, firstName: 'B', lastName: 'Lovelace' });
    expect((await asOf(20.001)).body).toMatchObject({ version: 3, firstName: 'B', lastName: 'C' });
  });

  it('answers 410 where an erasure took what changed since, and still what stands', async () => {
    await lived();
    await settleAudit();
    const [, , third] = (await allChanges()).filter(({ recordId }) => recordId === contactId);
    await commit([{ action: { Delete: { Key: { pk: third?.pk ?? '', sk: third?.sk ?? '' } } } }]);
    expect(await asOf(15)).toMatchObject({ status: 410, body: { code: 'erased' } });
    expect((await asOf(25)).body).toMatchObject({ version: 3 });
  });

  it('answers 410 where a change is gone that no line ever told of', async () => {
    await lived();
    const [, , third] = (await allChanges()).filter(({ recordId }) => recordId === contactId);
    await commit([{ action: { Delete: { Key: { pk: third?.pk ?? '', sk: third?.sk ?? '' } } } }]);
    expect(await asOf(15)).toMatchObject({ status: 410, body: { code: 'erased' } });
  });

  it('answers 410 of any moment before its person was erased, while that goes on and when it is done', async () => {
    await lived();
    const contact = await recordStore(contactRecord).get(acme, contactId);
    const by = aContext({ now: at(100) });
    await recordStore(contactRecord).save(forgetContact(contact, by) as Kept<Contact>, by);
    await settleAudit();
    const stub = bodyOnly((await getContact()).body);
    for (const _ of ['going on', 'done']) {
      for (const seconds of [0, 15, 99])
        expect(await asOf(seconds)).toMatchObject({ status: 410, body: { code: 'erased' } });
      expect(bodyOnly((await asOf(100)).body)).toEqual(stub);
      await Array.fromAsync(forgetHistory(acme, 'contact', contactId));
    }
    expect(JSON.stringify(await allChanges())).not.toContain('Lovelace');
  });

  it('answers 422 where it has changed more than 500 times since', async () => {
    const many = 502;
    const record = aContact({ version: many + 1 });
    await commit([{ action: { Put: { Item: { ...record, ...recordKey(acme, 'contact', contactId) } } } }]);
    const lines = Array.from(
      { length: many },
      (_, n): AuditLine => ({
        id: newId('change', at(n + 1)),
        at: at(n + 1),
        action: 'record.updated',
        actor: { kind: 'user', id: ann },
        record: { kind: 'contact', id: contactId, version: n + 2 },
        fields: ['tags'],
      }),
    );
    await putAll(lines.flatMap((line) => auditItems(acme, line)));
    expect(await asOf(0.5)).toMatchObject({ status: 422, body: { code: 'as_of_too_far' } });
    expect((await asOf(many)).body).toMatchObject({ version: many + 1 });
  });

  it('answers 400 to an instant that is none', async () => {
    for (const instant of ['', 'yesterday', '2026-11-22', '0001-01-01T00:00:00Z'])
      expect((await getContact({ asOf: instant })).status).toBe(400);
  });

  it('is not shown to who does not see the contact, nor to another workspace', async () => {
    await keep(contactRecord, aContact({ id: newId('contact'), workspaceId: globex, emails: [] }));
    await patchContact(10, { ownerId: ann });
    await settleAudit();
    const own = await roleWith(({ records }) => ({
      records: { ...records, contact: { ...records.contact, read: 'own', unassigned: false } },
    }));
    expect((await asOf(15, own)).status).toBe(200);
    expect(await asOf(15, { ...own, userId: ben })).toMatchObject({
      status: 404,
      body: { code: 'contact_not_found' },
    });
    expect(await asOf(15, { workspaceId: globex })).toMatchObject({
      status: 404,
      body: { code: 'contact_not_found' },
    });
  });

  it('shows no field that is hidden, by its owner of today nor by that of then', async () => {
    await patchContact(10, { jobTitle: 'Mine', ownerId: ben });
    await patchContact(20, { jobTitle: 'Hers', ownerId: ann });
    await settleAudit();
    const { memberships: [hiding] = [] } = await roleWith(() => ({
      fields: { contact: { jobTitle: 'hidden' }, deal: {}, task: {} },
    }));
    const { memberships: [own] = [] } = await roleWith(({ records }) => ({
      records: { ...records, contact: { ...records.contact, read: 'own', unassigned: false } },
    }));
    const roles = [...(hiding?.roles ?? []), ...(own?.roles ?? [])];
    const asBen = { userId: ben, memberships: [{ workspaceId: acme, roles }] };
    expect((await getContact({}, asBen)).body).not.toHaveProperty('jobTitle');
    expect((await asOf(15, asBen)).body).not.toHaveProperty('jobTitle'); // his then, hers now
    const asAnn = { ...asBen, userId: ann };
    expect((await asOf(25, asAnn)).body).toMatchObject({ jobTitle: 'Hers' });
    expect((await asOf(15, asAnn)).body).not.toHaveProperty('jobTitle'); // hers now, his then
  });
});

describe('a deal, a task and an activity with asOf', () => {
  it('are what they were', async () => {
    const deal = bodyOnly((await call(deals, getDealRoute, { params: { dealId } })).body);
    const task = (await call(tasks, getTaskRoute, { params: { taskId } })).body;
    const activity = (await call(activities, getActivityRoute, { params: { activityId } })).body;
    const now = at(60);
    const change = async (answer: Promise<{ status: number }>) => expect((await answer).status).toBe(200);
    await change(
      call(deals, patchDealRoute, { params: { dealId }, body: { name: 'Other', amountCents: 5 }, now }),
    );
    await change(
      call(deals, moveDealRoute, { params: { dealId }, body: { stageId: 'proposal' }, now: at(70) }),
    );
    await change(call(tasks, patchTaskRoute, { params: { taskId }, body: { title: 'Other' }, now }));
    await change(call(tasks, completeTaskRoute, { params: { taskId }, body: {}, now: at(70) }));
    await change(
      call(activities, patchActivityRoute, { params: { activityId }, body: { text: 'Other' }, now }),
    );
    await settleAudit();
    const query = { asOf: at(30) };
    const then = await call(deals, getDealRoute, { params: { dealId }, query });
    expect(then.body).not.toHaveProperty('timeInStages');
    expect(bodyOnly(then.body)).toEqual(
      Object.fromEntries(
        Object.entries(deal).filter(([name]) => !['lastActivity', 'nextPlannedAt'].includes(name)),
      ),
    );
    expect((await call(tasks, getTaskRoute, { params: { taskId }, query })).body).toEqual({
      ...task,
      ...query,
    });
    const shown = await call(activities, getActivityRoute, { params: { activityId }, query });
    expect(shown.body).toEqual({ ...activity, ...query });
  });
});

describe('a record that is deleted', () => {
  const remove = async <T extends RecordBase>(of: OwnedKind<T>, id: string, seconds: number) => {
    const store = recordStore(of);
    const before = await store.get(acme, id);
    await store.save({ of, before, after: undefined, events: [] }, aContext({ now: at(seconds) }));
  };

  it('is still read as it stood, until it was deleted', async () => {
    const moments = await lived();
    await remove(contactRecord, contactId, 100);
    await settleAudit();
    expect((await getContact()).status).toBe(404);
    for (const { seconds, body } of moments) expect(bodyOnly((await asOf(seconds)).body)).toEqual(body);
    expect(bodyOnly((await asOf(99)).body)).toEqual(moments.at(-1)?.body);
    expect((await asOf(100)).status).toBe(404);
  });

  it('is read behind its deletion where it was made again', async () => {
    const moments = await lived();
    const store = recordStore(contactRecord);
    const last = await store.get(acme, contactId);
    await remove(contactRecord, contactId, 100);
    const now = at(200);
    const after = { ...last, version: last.version + 2, updatedAt: now };
    await store.save({ of: contactRecord, before: undefined, after, events: [] }, aContext({ now }));
    await settleAudit();
    for (const { seconds, body } of moments) expect(bodyOnly((await asOf(seconds)).body)).toEqual(body);
    expect((await asOf(150)).status).toBe(404);
    expect((await asOf(200)).body).toMatchObject({ version: after.version });
  });

  it('is not there for any moment where an erasure took it', async () => {
    const store = recordStore(taskRecord);
    await store.save(erase(taskRecord, await store.get(acme, taskId)), aContext({ now: at(100) }));
    await settleAudit();
    const answer = await call(tasks, getTaskRoute, { params: { taskId }, query: { asOf: at(50) } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'task_not_found' } });
  });

  it('is shown to whom it was shown before', async () => {
    await remove(activityRecord, activityId, 100);
    await remove(taskRecord, taskId, 100);
    await settleAudit();
    const none = await roleWith(({ records }) => ({
      records: {
        ...records,
        contact: { ...records.contact, read: 'own', unassigned: false },
        deal: { ...records.deal, read: 'own', unassigned: false },
        task: { ...records.task, read: 'own', unassigned: false },
      },
    }));
    const query = { asOf: at(50) };
    const stranger = { ...none, userId: newId('user') };
    const activity = (more: Call) =>
      call(activities, getActivityRoute, { params: { activityId }, query, ...more });
    const task = (more: Call) => call(tasks, getTaskRoute, { params: { taskId }, query, ...more });
    expect([(await activity({})).status, (await activity(stranger)).status]).toEqual([200, 404]);
    expect([(await task({})).status, (await task(stranger)).status]).toEqual([200, 404]);
  });
});
