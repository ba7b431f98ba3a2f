import { beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as sweepDue } from '../../../functions/due/sweep.ts';
import { handler as mail } from '../../../functions/mail/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import {
  createActivityRoute,
  getActivityRoute,
  patchActivityRoute,
} from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { RecordRights } from '../../../shared/core/policy.ts';
import { createDealRoute, patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { preferencesOf } from '../../../shared/identity/preferences.ts';
import { preferencesWrite } from '../../../shared/identity/preferences-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import { listOutboundMailRoute } from '../../../shared/mail/outbound-routes.ts';
import { notificationMade } from '../../../shared/notifications/notification-events.ts';
import {
  listNotificationsRoute,
  readAllNotificationsRoute,
  readNotificationRoute,
} from '../../../shared/notifications/notification-routes.ts';
import { notificationWrites, notify } from '../../../shared/notifications/notify-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { completeTaskRoute, createTaskRoute, listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, activityId, ann, ben, contactId, dealId, noon, taskId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { ownAlone } from '../../fixtures/policy.ts';
import { aTask } from '../../fixtures/task.ts';
import { aUser } from '../../fixtures/user.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { notifications, tell, tellAll } from '../../helpers/notified.ts';
import { allMessages, useOutgoing } from '../mail-out/outgoing.ts';

const cara = newId('user', noon);
beforeEach(async () => {
  await useOutgoing({ ownerId: ann });
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, name: 'Ben Bower', email: 'ben@acme.test', roles: ['manager'] }));
});

const asBen: Call = { userId: ben, role: 'manager' };
const listed = async (as: Call = asBen, query: Record<string, string> = {}) =>
  (await call(tasks, listNotificationsRoute, { query, ...as })).body;
const at = (ms: number) => new Date(Date.parse(noon) + ms).toISOString();
const likes = (userId: string, said: object) =>
  commit([preferencesWrite(acme, userId, preferencesOf(undefined), preferencesOf({ ...said, version: 1 }))]);
const minutes = { getRemainingTimeInMillis: () => 120_000 };
const sweep = (time: string) => sweepDue({ time }, minutes);
const aNote = (body: object, as: Call = {}) =>
  call(activities, createActivityRoute, { body: { kind: 'note', contactId, ...body }, ...as });
const asked = { workspaceId: acme, userId: ben, type: 'rule', id: 'run-1', about: contactId } as const;

describe('the owner of a contact', () => {
  const received = mailReceived({
    intakeId: newId('intake', noon),
    activityId,
    contactId,
    threadId: newId('thread', noon),
    isNewContact: false,
    isReply: false,
  });
  it('is told of a mail of theirs that came or that another dropped in, and not of one that they did themselves', async () => {
    const told = async (by: { kind: 'user' | 'mail'; id: string }) => {
      const id = newId('activity', noon);
      await keep(activityRecord, anActivity({ id, kind: 'email', direction: 'inbound', by }));
      const data = { ...(received.data as object), activityId: id };
      await tell({ ...received, data, id: `${id}.0` });
      return (await notifications()).length;
    };
    expect(await told({ kind: 'mail', id: 'in_1' })).toBe(1);
    expect(await told({ kind: 'user', id: ben })).toBe(2);
    expect(await told({ kind: 'user', id: ann })).toBe(2);
  });
});

describe('who becomes the owner of something by another’s doing', () => {
  it('is told of it once, by whom and of what, and nobody is told of what they did themselves', async () => {
    const give = (body: object) => call(tasks, createTaskRoute, { body: { title: 'Call', ...body } });
    await give({ ownerId: ben });
    await give({ ownerId: ann });
    const { body: deal } = await call(deals, createDealRoute, { body: { name: 'Kitchen', contactId } });
    const patched = (ownerId: string) =>
      call(deals, patchDealRoute, { params: { dealId: deal.id }, body: { ownerId }, now: at(1) });
    await patched(ann);
    await patched(ben);
    await tellAll();
    await tellAll();
    const { items, unreadCount } = await listed();
    expect(unreadCount).toBe(2);
    expect(items.map(({ type, record, by, text }) => [type, record?.name, by?.name, text])).toEqual([
      ['record_assigned', 'Kitchen', 'Ann Archer', 'Ann Archer made you the owner of Kitchen'],
      ['task_assigned', 'Call', 'Ann Archer', 'Ann Archer gave you a task: Call'],
    ]);
    expect((await listed({})).items).toEqual([]);
  });
});

describe('a notification', () => {
  const three = async () => {
    for (const n of [1, 2, 3]) await notify({ ...asked, id: `run-${n}` }, at(n));
  };

  it('is read one by one, or all up to a moment, by whom it is of alone', async () => {
    await three();
    const { items } = await listed();
    expect(items.map(({ createdAt }) => createdAt)).toEqual([at(3), at(2), at(1)]);
    const read = (notificationId: string, as: Call) =>
      call(tasks, readNotificationRoute, { params: { notificationId }, body: {}, ...as });
    const [newest] = items;
    expect((await read(newest?.id ?? '', { userId: ann })).body.code).toBe('notification_not_found');
    for (const _ of [1, 2]) expect((await read(newest?.id ?? '', asBen)).body.isRead).toBe(true);
    expect((await listed(asBen, { unread: 'true' })).items.map(({ createdAt }) => createdAt)).toEqual([
      at(2),
      at(1),
    ]);
    const readAll = async (before: string) =>
      (await call(tasks, readAllNotificationsRoute, { body: { before }, ...asBen, now: at(10) })).body;
    expect(await readAll(at(1))).toEqual({ unreadCount: 1 });
    expect(await readAll(at(2))).toEqual({ unreadCount: 0 });
    expect(await readAll(at(1))).toEqual({ unreadCount: 0 });
    expect((await listed()).items.every(({ isRead }) => isRead)).toBe(true);
  });

  it('that comes when all of its moment was read is unread, and read with what came after', async () => {
    await three();
    const readAll = async (before: string) =>
      (await call(tasks, readAllNotificationsRoute, { body: { before }, ...asBen, now: at(10_000) })).body;
    expect(await readAll(at(3))).toEqual({ unreadCount: 0 });
    for (const _ of [1, 2]) await notify({ ...asked, id: 'late' }, at(2), at(5000));
    for (const query of [{ unread: 'true' }, { unread: 'false' }]) {
      const { items, unreadCount } = await listed(asBen, query);
      const unread = items.filter(({ isRead }) => !isRead);
      expect([unreadCount, unread.map(({ createdAt }) => createdAt)]).toEqual([1, [at(5000)]]);
    }
    const [late] = (await listed(asBen, { unread: 'true' })).items;
    expect(await readAll(at(4999))).toEqual({ unreadCount: 1 });
    const params = { notificationId: late?.id ?? '' };
    await call(tasks, readNotificationRoute, { params, body: {}, ...asBen });
    expect(await listed(asBen, { unread: 'true' })).toMatchObject({ items: [], unreadCount: 0 });
    await notify({ ...asked, id: 'later' }, at(2), at(6000));
    expect(await readAll(at(6000))).toEqual({ unreadCount: 0 });
  });

  it('is listed a page at a time, and costs no more where there are more', async () => {
    await three();
    const page = (query: Record<string, string>) =>
      call(tasks, listNotificationsRoute, { query: { limit: '2', ...query }, ...asBen });
    const { body: first, headers } = await page({ unread: 'true' });
    expect(first).toMatchObject({ unreadCount: 3, items: [{}, {}] });
    const { body: last } = await page({ unread: 'true', cursor: first.cursor ?? '' });
    expect([last.items.length, last.cursor]).toEqual([1, undefined]);
    expect((await page({ cursor: first.cursor ?? '' })).body.code).toBe('cursor_invalid');
    expect(Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1])).toBeLessThanOrEqual(5);
  });

  it('is gone after 90 days, whether the table has deleted it or not', async () => {
    await three();
    const later = { ...asBen, now: at(90 * 86_400_000 + 2) };
    expect(await listed(later)).toMatchObject({
      unreadCount: 2,
      items: [{ createdAt: at(3) }, { createdAt: at(2) }],
    });
  });

  it('names a record only as long as its reader may see it', async () => {
    const none: RecordRights = ownAlone;
    const role = await keepRole({}, { contact: none });
    await notify(asked, noon);
    expect((await listed()).items[0]).toMatchObject({ record: { kind: 'contact', name: 'Ada Lovelace' } });
    const [unseen] = (await listed({ ...role, userId: ben })).items;
    expect(unseen).toMatchObject({ text: 'A rule tells you of a record' });
    expect(JSON.stringify(unseen)).not.toMatch(/Ada|ct_/);
  });

  it('is made in the transaction of what it tells of, or not at all', async () => {
    const broken = {
      action: { ConditionCheck: { Key: { pk: 'x', sk: 'x' }, ConditionExpression: 'attribute_exists(pk)' } },
    };
    const writes = await notificationWrites({ ...asked, text: 'Look at {{contact.firstName|them}}' }, noon);
    await expect(commit([...writes, broken])).rejects.toThrow();
    expect(await notifications()).toEqual([]);
    await commit(writes);
    await expect(commit(writes)).rejects.toMatchObject({ code: 'notification_known' });
    expect((await listed()).items).toMatchObject([{ text: 'Look at Ada' }]);
  });

  it('is none for who is not active, of what they do themselves, and where they want none', async () => {
    await keep(userRecord, aUser({ id: cara, email: 'cara@acme.test', status: 'deactivated' }));
    await notify({ ...asked, userId: cara }, noon);
    await notify({ ...asked, byId: ben }, noon);
    await likes(ben, { notifications: { rule: { console: false, mail: false } } });
    await notify(asked, noon);
    expect(await notifications()).toEqual([]);
  });
});

describe('a note that mentions somebody', () => {
  it('tells them once, and an edit tells those alone who are new to it', async () => {
    const { body: note } = await aNote({ text: `Ask @[Ben](${ben}).`, mentions: [ann] });
    expect(note).toMatchObject({ mentions: [ann, ben] });
    await tellAll();
    const patch = (body: object) =>
      call(activities, patchActivityRoute, { params: { activityId: note.id }, body, now: at(1) });
    await keep(userRecord, aUser({ id: cara, name: 'Cara', email: 'cara@acme.test', roles: ['manager'] }));
    const { body: edited } = await patch({ text: `Ask @[Ben](${ben}) or @[Cara](${cara}).` });
    expect(edited.mentions?.toSorted()).toEqual([ann, ben, cara].toSorted());
    await tellAll();
    expect((await notifications()).map(({ userId, topic }) => [userId, topic])).toEqual([
      [ben, 'mention'],
      [cara, 'mention'],
    ]);
    expect((await allMessages()).map(({ to, subject }) => [to, subject])).toEqual([
      ['ben@acme.test', 'Ann Archer mentioned you in a note on Ada Lovelace'],
      ['cara@acme.test', 'Ann Archer mentioned you in a note on Ada Lovelace'],
    ]);
    const [first] = await allMessages();
    expect(first).toMatchObject({ names: [contactId] });
    expect(first?.text).toContain('\n\nAsk @Ben.\n\n');
  });

  it('keeps who cannot see it, says so, and does not tell them', async () => {
    const own: RecordRights = ownAlone;
    const role = await keepRole({}, { contact: own, deal: own });
    const roles = role.memberships?.[0]?.roles as ['rep'];
    await keep(userRecord, aUser({ id: cara, name: 'Cara', email: 'cara@acme.test', roles }));
    const { body: note } = await aNote({ text: 'Secret', mentions: [cara, ben] });
    expect(note).toMatchObject({ mentions: [cara, ben], unseenBy: [cara] });
    await tellAll();
    expect((await notifications()).map(({ userId }) => userId)).toEqual([ben]);
    const { body } = await call(activities, getActivityRoute, { params: { activityId: note.id } });
    expect(body.unseenBy).toEqual([cara]);
  });

  it('names people of the workspace alone', async () => {
    const { body: one } = await aNote({ text: `@[Cara](${cara})` });
    expect(one).toMatchObject({ code: 'reference_unknown', errors: [{ pointer: '/text' }] });
    const { body: other } = await aNote({ mentions: [cara] });
    expect(other).toMatchObject({ code: 'reference_unknown', errors: [{ pointer: '/mentions' }] });
  });
});

describe('a reminder', () => {
  it('of a task that comes again is told each time, at the same time by the wall clock over both changes of the clocks', async () => {
    process.env.KEYS_QUEUE_URL = 'https://sqs.test/keys';
    const remindAt = '2026-03-20T07:30:00.000Z'; // half past eight in Berlin, in winter
    const body = { title: 'Call Ada', dueOn: '2026-03-20', repeats: 'FREQ=WEEKLY', remindAt, ownerId: ben };
    await call(tasks, createTaskRoute, { body, now: '2026-03-19T12:00:00.000Z' });
    const moments = [remindAt, '2026-03-27T07:30:00.000Z', '2026-04-03T06:30:00.000Z'];
    for (const when of moments) {
      await settleAll();
      await sweep(new Date(Date.parse(when) - 60_000).toISOString());
      for (const _ of [1, 2]) await sweep(when);
      const query = { status: 'open', ownerId: ben };
      const { body: open } = await call(tasks, listTasksRoute, { query, now: when });
      const [task] = open.items;
      expect(task).toMatchObject({ remindAt: when, remindedFor: when });
      for (const _ of [1, 2]) await tellAll();
      await call(tasks, completeTaskRoute, { params: { taskId: task?.id ?? '' }, now: when });
    }
    const told = (await notifications()).filter(({ topic }) => topic === 'task_reminder');
    expect(told.map(({ createdAt }) => createdAt)).toEqual(moments);
  });

  it('tells the owner of the task, once', async () => {
    const body = { title: 'Call Ada', remindAt: at(1000), ownerId: ben };
    const { body: task } = await call(tasks, createTaskRoute, { body });
    await settleAll();
    for (const _ of [1, 2]) await sweep(at(1000));
    await tellAll();
    await tellAll();
    const { items } = await listed({ ...asBen, now: at(2000) });
    expect(items.filter(({ type }) => type === 'task_reminder')).toMatchObject([
      { record: { id: task.id }, text: 'Reminder: Call Ada' },
    ]);
  });
});

describe('the mail of an idle deal', () => {
  it('says nothing of a task that its owner may not see any more', async () => {
    const all: RecordRights = {
      read: 'all',
      create: 'all',
      edit: 'all',
      delete: 'all',
      export: 'all',
      unassigned: true,
    };
    const role = await keepRole({}, { task: { ...all, read: 'none' }, deal: { ...all, read: 'none' } });
    const roles = role.memberships?.[0]?.roles as ['rep'];
    await keep(userRecord, aUser({ id: cara, email: 'cara@acme.test', roles }));
    await keep(taskRecord, aTask({ title: 'Call: Kitchen', note: 'For 20 days', ownerId: cara, dealId }));
    const idle = { type: 'deal_idle', about: dealId, detailId: taskId } as const;
    await notify({ ...asked, ...idle, userId: cara, id: `idle:${taskId}` }, noon);
    await tellAll();
    const [mail] = await allMessages();
    expect(mail?.subject).toBe('Nothing has happened for too long: a record');
    expect(mail?.text).not.toMatch(/Kitchen|20 days/);
  });
});

describe('a notification’s mail', () => {
  const subjects = async () => (await allMessages()).map(({ subject }) => subject);

  it('comes alone where the console is not wanted, in the language of its reader', async () => {
    await likes(ben, { language: 'de-AT', notifications: { rule: { console: false, mail: true } } });
    await notify(asked, noon);
    await tellAll();
    await tellAll();
    expect(await subjects()).toEqual(['Eine Regel weist Sie hin auf: Ada Lovelace']);
    expect(await listed()).toMatchObject({ items: [], unreadCount: 0 });
  });

  it('waits until the quiet hours are over, and is left out where it was read meanwhile', async () => {
    process.env.KEYS_QUEUE_URL = 'https://sqs.test/keys';
    const always = { quietHours: { from: '00:00', to: '00:00' } };
    await likes(ben, { ...always, notifications: { rule: { mail: true } } });
    await notify(asked, noon);
    await notify({ ...asked, id: 'run-2' }, at(1));
    for (const _ of [1, 2]) await tellAll();
    expect(await subjects()).toEqual([]);
    const [read] = await notifications();
    const params = { notificationId: read?.id ?? '' };
    await call(tasks, readNotificationRoute, { params, body: {}, ...asBen });
    await commit([
      preferencesWrite(
        acme,
        ben,
        preferencesOf({ version: 1 }),
        preferencesOf({ notifications: { rule: { mail: true } }, version: 2 }),
      ),
    ]);
    const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
    for (const _ of [1, 2]) await sweep(later);
    expect(await subjects()).toHaveLength(1);
  });

  it('comes in the end where quiet hours that were kept before never end', async () => {
    const quietHours = { from: '00:00', to: '00:00' };
    await likes(ben, { quietHours, notifications: { rule: { mail: true } } });
    const now = new Date().toISOString();
    await notify(asked, now);
    await tellAll();
    const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
    for (const days of [0, 3, 8]) await sweep(later(days));
    expect(await subjects()).toEqual([]);
    for (const days of [9.1, 10, 30]) await sweep(later(days));
    expect(await subjects()).toEqual(['A rule tells you of Ada Lovelace']);
  });

  it('comes also of who lies in the trash, was merged away or is erased, and names nobody who is erased', async () => {
    const gone = { deletedAt: noon, emails: [] };
    const others = [
      gone,
      { ...gone, mergedInto: contactId },
      { emails: [], firstName: undefined, lastName: undefined, erasedAt: noon },
    ];
    for (const [n, over] of others.entries()) {
      const other = await keep(contactRecord, aContact({ id: newId('contact'), ...over }));
      const isEmpty = 'erasedAt' in over && { erasedAt: noon };
      const task = { id: newId('task'), title: `Task ${n}`, contactId: other.id, ownerId: ben, ...isEmpty };
      await keep(taskRecord, aTask(task));
      await notify({ ...asked, id: `task-${n}`, about: task.id }, at(n));
      await notify({ ...asked, id: `contact-${n}`, about: other.id }, at(n));
    }
    await likes(ben, { notifications: { rule: { mail: true } } });
    await tellAll();
    const tells = (name: string) => `A rule tells you of ${name}`;
    expect((await subjects()).toSorted()).toEqual(
      ['Ada Lovelace', 'Task 0', 'Task 1', 'Task 2', 'a record', 'a record'].map(tells),
    );
  });

  it('is two requests to make and three to mail, whoever has how many', async () => {
    await likes(ben, { notifications: { rule: { mail: true } } });
    for (let n = 0; n < 20; n++) await notify({ ...asked, id: `run-${n}` }, at(n));
    resetMeter();
    await notify({ ...asked, id: 'run-20' }, at(20));
    expect(meter.requests).toBe(2);
    const [one] = (await notifications()).slice(-1);
    const { type, data } = notificationMade({ notificationId: one?.id ?? '', userId: ben, topic: 'rule' });
    resetMeter();
    await tell({ type, data });
    expect(meter.requests).toBeLessThanOrEqual(4);
    resetMeter();
    await listed();
  });

  it('says nothing to whoever reads the list of mails', async () => {
    await likes(ben, { notifications: { rule: { mail: true } } });
    await notify(asked, noon);
    await tellAll();
    await settleAll();
    const { body } = await call(mail, listOutboundMailRoute, {});
    expect(body.items).toMatchObject([{ purpose: 'notification', subject: '' }]);
    expect(JSON.stringify(body)).not.toContain('Lovelace');
  });
});
