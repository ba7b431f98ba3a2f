import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { logActivity } from '../../../shared/activities/activity.ts';
import { createActivityRoute, patchActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import {
  createDealRoute,
  getDealRoute,
  moveDealRoute,
  reopenDealRoute,
} from '../../../shared/deals/deal-routes.ts';
import { completeTaskRoute, createTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { ann, contactId, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { dueEntries, idleTasks, published, settle, sweep, useIdleWorld } from '../../helpers/idle-world.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

/** So many days after noon of the day on which the deal is made. */
const day = (n: number) => new Date(Date.parse(noon) + n * 86_400_000).toISOString();
const make = async (body: object = {}) =>
  (await call(deals, createDealRoute, { body: { name: 'Kitchen', contactId, ownerId: ann, ...body } })).body;
const log = async (at: number, more: object = {}, now = day(at)) =>
  (
    await call(activities, createActivityRoute, {
      body: { kind: 'call', contactId, at: day(at), ...more },
      now,
    })
  ).body;
const move = (dealId: string, stageId: string, at: number) =>
  call(deals, moveDealRoute, { params: { dealId }, body: { stageId, lostReason: 'price' }, now: day(at) });
/** The schedule fires on this day, after the world has come to rest. */
async function sweepOn(n: number) {
  await settle();
  await sweep(day(n));
  return idleTasks();
}

describe('a deal with which nothing happens', () => {
  it('gets one task when its stage’s idle days are over, and none before', async () => {
    const deal = await make();
    expect(await sweepOn(2.9)).toEqual([]);
    const [task, ...more] = await sweepOn(3);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      title: 'Call: Kitchen',
      note: '3 days idle in New; nothing has happened yet',
      ownerId: ann,
      contactId,
      dealId: deal.id,
      dueOn: '2026-11-25',
      status: 'open',
      origin: 'idle_deal',
    });
  });

  it('gets no second task from any later sweep', async () => {
    await make();
    for (const n of [3, 3, 3.001, 4, 30, 300]) expect(await sweepOn(n)).toHaveLength(1);
    expect(await dueEntries()).toEqual([]);
  });

  it('is said to be idle with an event that names it, and another that names its task', async () => {
    const deal = await make();
    const [task] = await sweepOn(3);
    const told = await published();
    const of = (type: string) => told.filter((event) => event.type === type).map(({ data }) => data);
    expect(of('deal.idle')).toEqual([{ dealId: deal.id }]);
    expect(of('deal.idle_task_made')).toEqual([{ dealId: deal.id, taskId: task?.id }]);
    const { body } = await call(deals, getDealRoute, { params: { dealId: deal.id } });
    expect(body.idle).toBe(true);
  });
});

describe('an activity', () => {
  it('resets it, so that a second idleness gets a second task that says what last happened', async () => {
    await make();
    await sweepOn(3);
    await log(4);
    expect(await sweepOn(6.9)).toHaveLength(1);
    const all = await sweepOn(7);
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({
      title: 'Call again: Kitchen',
      note: '3 days idle in New; last: call by Ann Archer',
    });
  });

  it('is told without an address where it is a mail: not everybody who sees the task may see it', async () => {
    await make();
    const mail = { threadId: 'th_1', from: 'ada@example.com', to: ['sales@in.acme.test'], attachments: [] };
    const by = aContext({ now: day(1) });
    await activityStore.save(
      logActivity({ kind: 'email', contactId, at: day(1), direction: 'inbound', mail }, by),
      by,
    );
    expect((await sweepOn(4))[0]?.note).toBe('3 days idle in New; last: mail from the contact');
  });

  it('of the contact touches each of its open deals, and one that names a deal touches that one', async () => {
    const [one, two] = [await make({ name: 'One' }), await make({ name: 'Two' })];
    await settle();
    await log(1);
    await log(2, { dealIds: [two.id] });
    await settle();
    expect(await dueEntries()).toEqual([
      { at: day(4), id: one.id },
      { at: day(5), id: two.id },
    ]);
  });

  it('that happened before the last one does not take the deal back', async () => {
    await make();
    await log(2);
    await log(1, {}, day(2));
    expect(await sweepOn(4.9)).toEqual([]);
    expect(await sweepOn(5)).toHaveLength(1);
  });
});

describe('a plan', () => {
  it('of an activity suspends until its idle days after it', async () => {
    await make();
    await settle();
    await log(10, { kind: 'meeting' }, day(1));
    expect(await sweepOn(12.9)).toEqual([]);
    expect((await sweepOn(13))[0]?.note).toBe('3 days idle in New; last: meeting by Ann Archer');
  });

  it('that is put off suspends for longer, and one that is brought forward for less', async () => {
    const deal = await make();
    await settle();
    const meeting = await log(10, { kind: 'meeting' }, day(1));
    const put = (n: number) =>
      call(activities, patchActivityRoute, {
        params: { activityId: meeting.id },
        body: { at: day(n) },
        now: day(1),
      });
    await settle();
    await put(20);
    await settle();
    expect(await dueEntries()).toEqual([{ at: day(23), id: deal.id }]);
    await put(2);
    await settle();
    expect(await dueEntries()).toEqual([{ at: day(5), id: deal.id }]);
  });

  it('of a task suspends until its day is over, and counts as an activity when it is done', async () => {
    const deal = await make();
    const body = { title: 'Send the offer', dealId: deal.id, dueOn: '2026-12-02' };
    const { body: task } = await call(tasks, createTaskRoute, { body });
    expect(await sweepOn(10)).toEqual([]);
    expect(await dueEntries()).toEqual([{ at: '2026-12-02T23:00:00.000Z', id: deal.id }]);
    await call(tasks, completeTaskRoute, { params: { taskId: task.id }, now: day(10) });
    expect(await sweepOn(12.9)).toEqual([]);
    expect((await sweepOn(13))[0]?.note).toBe('3 days idle in New; last: done: Send the offer');
  });
});

describe('the task that idleness made', () => {
  it('suspends nothing, and resets the deal when it is done', async () => {
    await make();
    const [task] = await sweepOn(3);
    await call(tasks, completeTaskRoute, { params: { taskId: task?.id ?? '' }, now: day(5) });
    expect(await sweepOn(7.9)).toHaveLength(1);
    expect(await sweepOn(8)).toHaveLength(2);
  });
});

describe('a stage', () => {
  it('that is entered begins the count anew, with its own idle days', async () => {
    const deal = await make();
    await move(deal.id, 'contacted', 2);
    expect(await sweepOn(8.9)).toEqual([]);
    expect((await sweepOn(9))[0]?.note).toBe(
      '7 days idle in Contacted; nothing has happened since it was moved there',
    );
  });

  it('that closes the deal ends it, and reopening begins it anew', async () => {
    const deal = await make();
    await move(deal.id, 'lost', 2);
    expect(await sweepOn(30)).toEqual([]);
    await call(deals, reopenDealRoute, { params: { dealId: deal.id }, body: {}, now: day(31) });
    expect(await sweepOn(33.9)).toEqual([]);
    expect(await sweepOn(34)).toHaveLength(1);
  });
});
