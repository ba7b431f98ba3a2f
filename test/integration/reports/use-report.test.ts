import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/reports/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey, workspacePk } from '../../../shared/core/record.ts';
import type { Session } from '../../../shared/identity/session.ts';
import { beginSession, touchSession } from '../../../shared/identity/session-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { getUseReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { acme, ann, ben, globex, monday, noon } from '../../fixtures/ids.ts';
import { noneAtAll, ownAlone } from '../../fixtures/policy.ts';
import { aTask } from '../../fixtures/task.ts';
import { aUser } from '../../fixtures/user.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { useSecret } from '../../helpers/secret.ts';
import { begin, makeContact } from './bought-world.ts';

beforeAll(useSecret);
beforeEach(begin);

const period = { from: '2026-10', to: '2026-11' };
const ask = async (one: Call = {}, query: object = period) =>
  (await call(handler, getUseReportRoute, { ...one, query: query as Record<string, string> })).body;

const aSession = (over: Partial<Session> = {}): Session => ({
  sessionId: newId('session'),
  subject: 'sub-ann',
  userId: ann,
  startedAt: '2026-11-02T08:00:00.000Z',
  from: '203.0.113.9',
  userAgent: 'Browser',
  expiresAt: 4_000_000_000,
  ...over,
});
const at = (day: string) => `2026-11-${day}T09:00:00.000Z`;

/** Ann signed in twice and was here on three days, called once, has done a task and has one that is late; Ben was never here. */
async function twoPeople(): Promise<void> {
  const first = aSession();
  await beginSession(first, [acme, globex]);
  await beginSession(first, [acme, globex]); // another request of the same sign-in
  await touchSession(first, [acme, globex], at('02'));
  await touchSession({ ...first, lastSeenAt: at('02') }, [acme, globex], at('04'));
  await touchSession({ ...first, lastSeenAt: at('02') }, [acme, globex], at('04')); // at once in another process
  await beginSession(aSession({ startedAt: '2026-10-30T08:00:00.000Z' }), [acme]);
  const contactId = await makeContact({});
  await keep(activityRecord, anActivity({ contactId }));
  const owned = { ownerId: ann };
  await keep(taskRecord, aTask({ id: newId('task'), ...owned, status: 'done', completedAt: monday }));
  await keep(taskRecord, aTask({ id: newId('task'), ...owned, dueOn: '2026-11-20' }));
  await keep(taskRecord, aTask({ id: newId('task'), ...owned, dueOn: '2199-11-20' }));
  await settleAll();
}

describe('the report of use', () => {
  it('says of each user how often they were here, what they did and what is late', async () => {
    await twoPeople();
    const { whole, rows, months } = await ask();
    const ofAnn = { signIns: 2, days: 3, activities: 1, tasksDone: 1, tasksOpen: 2, tasksOverdue: 1 };
    expect(rows).toEqual([
      { value: ann, lastSeenOn: '2026-11-04', ...ofAnn },
      { value: ben, signIns: 0, days: 0, activities: 0, tasksDone: 0, tasksOpen: 0, tasksOverdue: 0 },
    ]);
    expect(whole).toEqual({ users: 2, active: 1, ...ofAnn });
    expect(months).toMatchObject([
      { month: '2026-10', active: 1, signIns: 1, days: 1, activities: 0 },
      { month: '2026-11', active: 1, signIns: 1, days: 2, activities: 1, tasksDone: 1 },
    ]);
    const elsewhere = await ask({ memberships: [{ workspaceId: globex, roles: ['admin'] }] });
    expect(elsewhere.rows).toMatchObject([{ value: ann, signIns: 1, days: 2, activities: 0 }]);
  });

  it('tells of others who manages users, or reads reports and every contact', async () => {
    await twoPeople();
    const whose = async (one: Call) => (await ask(one)).rows.map(({ value }) => value);
    expect(await whose({ role: 'manager', userId: ben })).toEqual([ann, ben]);
    for (const role of ['rep', 'support'] as const) expect(await whose({ role, userId: ben })).toEqual([ben]);
    const none = { read: 'none', create: 'none', edit: 'none', delete: 'none', export: 'none' } as const;
    const blind = await keepRole({}, { task: { ...none, unassigned: false } });
    expect(JSON.stringify(await ask(blind))).not.toContain('tasks');
  });

  it('leaves out who is away and was not here in the period', async () => {
    await twoPeople();
    const [gone, left] = [newId('user'), newId('user')];
    for (const id of [gone, left])
      await keep(userRecord, aUser({ id, email: `${id}@acme.test`, status: 'deactivated' }));
    await beginSession(aSession({ userId: left, startedAt: at('03') }), [acme]);
    await settleAll();
    expect((await ask()).rows.map(({ value }) => value)).toEqual([ann, left, ben]);
  });

  it('counts a task as overdue once its day is over everywhere', async () => {
    const id = newId('task');
    await keep(taskRecord, aTask({ id, ownerId: ann, dueOn: '2199-03-01' }));
    const lookAt = (now: string) =>
      projector(projectionStore, projections, { now: () => new Date(now) })([recordKey(acme, 'task', id)]);
    const overdue = async () => (await ask()).whole.tasksOverdue;
    await settleAll();
    await lookAt(noon);
    const [due] = (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'task_overdue');
    expect([await overdue(), due?.at]).toEqual([0, '2199-03-02T12:00:00.000Z']);
    await lookAt('2199-03-02T12:00:01.000Z');
    expect(await overdue()).toBe(1);
  });

  it('says nothing of tasks that one may not read, rather than that there are none', async () => {
    await twoPeople();
    const { whole, rows, months } = await ask({ role: 'marketing', userId: ben });
    expect(rows).toMatchObject([
      { value: ann, days: 3, activities: 1 },
      { value: ben, tasksDone: 0, tasksOverdue: 0 },
    ]);
    expect(JSON.stringify([rows[0], whole, months])).not.toContain('tasks');
  });

  it('tells who manages users what everybody did, whatever of the contacts they may read', async () => {
    await twoPeople();
    const reads = { contact: ownAlone, deal: noneAtAll };
    const { rows } = await ask({ ...(await keepRole({}, reads)), userId: ben });
    expect(rows[0]).toMatchObject({ value: ann, activities: 1 });
  });

  it('is of everybody in each month, however many they are', async () => {
    const days = new Set(Array.from({ length: 31 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')}`));
    const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
    const people = Array.from({ length: 600 }, () => newId('user'));
    const here = { pk: `${workspacePk(acme)}#PRESENCE`, days, signIns: 1, expiresAt: 4_000_000_000 };
    await putAll(people.flatMap((id) => months.map((month) => ({ ...here, sk: `${month}#${id}` }))));
    const { whole } = await ask({}, { from: '2026-07', to: '2026-11' });
    expect(whole).toMatchObject({ users: 600, active: 600, signIns: 3000 });
  });

  it('costs four requests', async () => {
    await twoPeople();
    const { headers } = await call(handler, getUseReportRoute, { query: period });
    expect(headers['rapport-capacity']).toContain('requests=4');
  });
});
