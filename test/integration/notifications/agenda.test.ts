import { beforeEach, describe, expect, it } from 'vitest';
import { agendaDue } from '../../../functions/due/reasons/agenda.ts';
import { handler as sweepDue } from '../../../functions/due/sweep.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { preferencesKey, preferencesOf } from '../../../shared/identity/preferences.ts';
import { preferencesWrite } from '../../../shared/identity/preferences-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { notify } from '../../../shared/notifications/notify-store.ts';
import { purchasesSk } from '../../../shared/orders/purchases.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { promiseRecord } from '../../../shared/promises/promise.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { noneAtAll as none } from '../../fixtures/policy.ts';
import { aTask } from '../../fixtures/task.ts';
import { aUser } from '../../fixtures/user.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { putItem } from '../../helpers/put-item.ts';
import { allMessages, useOutgoing } from '../mail-out/outgoing.ts';

/** Ann is there since Sunday noon in Berlin; Monday is the 23rd of November. */
beforeEach(async () => {
  await useOutgoing();
  await keep(userRecord, aUser({ createdAt: noon }));
});
const [monday7, tuesday7] = ['2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z'];
const aDueTask = (over: object = {}) =>
  keep(taskRecord, aTask({ id: newId('task'), dueOn: '2026-11-20', title: 'Call Ada back', ...over }));

const minutes = { getRemainingTimeInMillis: () => 120_000 };
const sweep = (time: string) => sweepDue({ time }, minutes);
/** The world at rest, then the schedule. */
async function sweptAt(time: string): Promise<Message[]> {
  await settleAll();
  await sweep(time);
  await settleAll();
  return (await allMessages()).filter(({ purpose }) => purpose === 'digest');
}
const likes = async (userId: string, said: object) => {
  const before = preferencesOf(await getItem(preferencesKey(acme, userId)));
  const after = preferencesOf({ ...said, version: before.version + 1 });
  await commit([preferencesWrite(acme, userId, before, after)]);
};
const entry = { pk: 'DUE#0', sk: 'x', reason: 'agenda', workspaceId: acme, of: 'user', id: ann };
const due = async () =>
  (await Array.fromAsync(readAll()))
    .filter(({ reason }) => reason === 'agenda')
    .map(({ at, id }) => [id, at])
    .toSorted();

describe('the morning', () => {
  it('brings what the day asks for, why, and how much is unread, to whom it is of', async () => {
    await aDueTask();
    await aDueTask({ title: 'Of Ben', ownerId: ben });
    await keep(
      contactRecord,
      aContact({ id: newId('contact'), emails: [], ownerId: ann, birthday: '--11-25' }),
    );
    const base = { workspaceId: acme, version: 1, createdAt: noon, updatedAt: noon };
    const said = {
      text: 'A sample',
      dueOn: '2026-11-23',
      dealId,
      contactId,
      ownerId: ann,
      status: 'open' as const,
    };
    await keep(promiseRecord, { ...base, id: newId('promise'), tags: [], custom: {}, ...said });
    await notify({ workspaceId: acme, userId: ann, type: 'rule', id: 'run-1' }, noon);
    const [mail, ...more] = await sweptAt(monday7);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'ann@acme.test',
      claim: `agenda:${ann}:2026-11-23`,
      subject: 'Your agenda for Monday, 23 November 2026',
    });
    expect(mail?.text.split('\n\n').slice(0, 4)).toEqual([
      'Tasks\n- Call Ada back: Overdue for 3 days',
      'Promised\n- A sample: Promised for today',
      'Birthdays\n- Ada Lovelace: Birthday in 2 days',
      'Unread notifications: 1',
    ]);
    expect(mail?.names).toContain(contactId);
  });

  it('comes once, however often, at once and late it is swept', async () => {
    await aDueTask();
    await settleAll();
    await Promise.all([sweep(monday7), sweep(monday7), sweep(monday7)]);
    for (const time of [monday7, '2026-11-23T12:00:00.000Z', '2026-11-23T22:59:00.000Z'])
      expect(await sweptAt(time)).toHaveLength(1);
    expect(await due()).toEqual([[ann, tuesday7]]);
    expect(await sweptAt('2026-11-24T05:59:00.000Z')).toHaveLength(1);
    expect(await sweptAt(tuesday7)).toHaveLength(2);
  });

  it('that was missed by hours is still that day’s, and by a day is no more', async () => {
    await aDueTask();
    expect(await sweptAt('2026-11-24T05:00:00.000Z')).toEqual([]);
    expect(await due()).toEqual([[ann, tuesday7]]);
    const [mail, ...more] = await sweptAt('2026-11-24T21:00:00.000Z');
    expect([mail?.claim, more]).toEqual([`agenda:${ann}:2026-11-24`, []]);
    expect(await due()).toEqual([[ann, '2026-11-25T06:00:00.000Z']]);
  });

  it('brings nothing where the day asks for nothing, and the next day asks anew', async () => {
    await notify({ workspaceId: acme, userId: ann, type: 'rule', id: 'run-1' }, noon);
    expect(await sweptAt(monday7)).toEqual([]);
    expect(await due()).toEqual([[ann, tuesday7]]);
    await aDueTask();
    expect(await sweptAt(tuesday7)).toHaveLength(1);
  });

  it('is where the user is, as they like it, in their language', async () => {
    await aDueTask();
    await settleAll();
    expect(await due()).toEqual([[ann, monday7]]);
    const agenda = { at: '08:30', days: ['monday', 'wednesday'] };
    await likes(ann, { timeZone: 'America/New_York', language: 'de', agenda });
    await settleAll();
    expect(await due()).toEqual([[ann, '2026-11-23T13:30:00.000Z']]);
    expect(await sweptAt(monday7)).toEqual([]);
    const [mail] = await sweptAt('2026-11-23T13:30:00.000Z');
    expect(mail?.subject).toBe('Ihre Agenda für Montag, 23. November 2026');
    expect(mail?.text).toContain('Aufgaben\n- Call Ada back: seit 3 Tagen überfällig');
    expect(await due()).toEqual([[ann, '2026-11-25T13:30:00.000Z']]);
    await likes(ann, { agenda: { on: false } });
    await settleAll();
    expect(await due()).toEqual([]);
  });

  it('costs two requests more where there is anything, however much it is', async () => {
    await settleAll();
    resetMeter();
    await agendaDue({ ...entry, at: monday7 }, monday7);
    expect(meter.requests).toBeLessThanOrEqual(11); // a BatchGet, six Queries of Today, three reads for the rest, and the note
    await Promise.all(Array.from({ length: 30 }, () => aDueTask({ contactId, dealId })));
    await settleAll();
    resetMeter();
    await agendaDue({ ...entry, at: tuesday7 }, tuesday7);
    expect(meter.requests).toBeLessThanOrEqual(13);
    expect(await allMessages()).toHaveLength(1);
  });

  it('is held up by nobody who lies in the trash, was merged away, was purged or is erased', async () => {
    const gone = { deletedAt: noon, emails: [] };
    const trashed = newId('contact');
    const merged = newId('contact');
    const erased = newId('contact');
    await keep(contactRecord, aContact({ id: trashed, ...gone }));
    await keep(contactRecord, aContact({ id: merged, ...gone, mergedInto: contactId }));
    await keep(contactRecord, aContact({ id: erased, emails: [], ownerId: ann, erasedAt: noon }));
    const [first, last] = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'];
    const bought = { version: 1, firstOrderAt: first, lastOrderAt: last, orderCount: 6, orderTotalCents: {} };
    await putItem({
      pk: recordKey(acme, 'contact', erased).pk,
      sk: purchasesSk,
      workspaceId: acme,
      ...bought,
    });
    await aDueTask({ title: 'Of nobody', contactId: erased, erasedAt: noon });
    for (const [n, id] of [trashed, merged, newId('contact')].entries())
      await aDueTask({ title: `Task ${n}`, contactId: id, dueOn: `2026-11-2${n}` });
    const [mail, ...more] = await sweptAt(monday7);
    expect(more).toEqual([]);
    expect(mail?.text.split('\n\n')[0]?.split('\n').toSorted()).toEqual([
      '- Of nobody: Overdue for 3 days',
      '- Task 0: Overdue for 3 days',
      '- Task 1: Overdue for 2 days',
      '- Task 2: Overdue for 1 day',
      'Tasks',
    ]);
    expect(mail?.text).not.toContain('Going quiet');
    expect(mail?.names).toEqual(expect.arrayContaining([trashed, merged]));
    expect(await due()).toEqual([[ann, tuesday7]]);
  });

  it('waits for who is being erased, until nothing of theirs is left to name', async () => {
    const erased = newId('contact');
    await keep(contactRecord, aContact({ id: erased, emails: [], erasedAt: noon }));
    const task = await aDueTask({ title: 'Call Eve back', contactId: erased });
    expect(await sweptAt(monday7)).toEqual([]);
    expect(await due()).toEqual([[ann, monday7]]);
    const empty = forget(taskRecord, task, aContext());
    if (empty) await recordStore(taskRecord).save(empty, aContext());
    const [mail] = await sweptAt(monday7);
    expect([mail?.claim, mail?.text.includes('Eve')]).toEqual([`agenda:${ann}:2026-11-23`, false]);
  });

  it('is none for who is not active', async () => {
    await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', status: 'deactivated' }));
    await keep(userRecord, aUser({ id: newId('user', noon), email: 'c@acme.test', status: 'invited' }));
    await settleAll();
    expect((await due()).map(([id]) => id)).toEqual([ann]);
  });

  it('shows nothing that its reader may not see', async () => {
    const role = await keepRole({ contact: { birthday: 'hidden' } }, { task: none, promise: none });
    const roles = role.memberships?.[0]?.roles as ['rep'];
    await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', roles, createdAt: noon }));
    await aDueTask({ ownerId: ben });
    await keep(
      contactRecord,
      aContact({ id: newId('contact'), emails: [], ownerId: ben, birthday: '--11-25' }),
    );
    expect(await sweptAt(monday7)).toEqual([]);
  });
});
