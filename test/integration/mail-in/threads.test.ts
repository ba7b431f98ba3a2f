import { beforeEach, expect, test } from 'vitest';
import type { Activity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { intakeId } from '../../../shared/mail/intake.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { messageIdWrite, threadWrites } from '../../../shared/mail/thread-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { replyAddress } from '../../../shared/platform/reply-address.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { eventsOf } from '../mail-out/outgoing.ts';
import { domain, rawMail, receive, usePostOffice } from './post-office.ts';

const threadId = newId('thread');
const dealId = newId('deal');
const start = '<start@ses.example>';
const mallory = { id: newId('contact'), emails: [{ address: 'm@evil.example', key: 'm@evil.example' }] };

/** Ada has a conversation with us about a deal; Mallory is another contact. */
beforeEach(async () => {
  await usePostOffice();
  await keep(contactRecord, aContact());
  await keep(contactRecord, aContact(mallory));
  await commit([
    ...threadWrites(acme, { threadId, contactId, dealIds: [dealId] }),
    messageIdWrite(acme, start, threadId),
  ]);
});

const all = async (sk: string) => (await Array.fromAsync(readAll())).filter((item) => item.sk === sk);
async function logged(headers: Record<string, string>, recipients?: string[]): Promise<Activity> {
  const key = await receive(rawMail(headers), recipients && { recipients });
  const { activityId = '' } = await intakeStore.get(acme, intakeId(key, acme));
  return activityStore.get(whole(acme), activityId);
}

test.each([
  ['a forged In-Reply-To', { 'In-Reply-To': start }, false],
  ['forged References', { References: `<x@y.example> ${start}` }, false],
  ['a reply address that was passed on', {}, true],
])('by %s no contact writes into another one’s timeline', async (_, headers, isToken) => {
  const recipients = isToken ? [await replyAddress(acme, threadId, domain)] : undefined;
  const activity = await logged({ From: 'm@evil.example', ...headers }, recipients);
  expect(activity).toMatchObject({ contactId: mallory.id, dealIds: [dealId], mail: { threadId } });
  expect(await all('CONTACT')).toHaveLength(2);
});

test('what a colleague answers in a thread stands with its contact, though the colleague be a contact too', async () => {
  await keep(userRecord, aUser({ email: 'm@evil.example' }));
  const activity = await logged({ From: 'm@evil.example', 'In-Reply-To': start });
  expect(activity).toMatchObject({ contactId, direction: 'outbound', mail: { threadId } });
});

test('that a mail has come is told of what the contact writes, and not of what a colleague answers', async () => {
  const received = async () => (await eventsOf('mail.received')).length;
  await logged({ From: 'ada@example.com', 'In-Reply-To': start, 'Message-ID': '<1@c.example>' });
  expect(await received()).toBe(1);
  await keep(userRecord, aUser({ email: 'ann@acme.test' }));
  await logged({ From: 'ann@acme.test', 'In-Reply-To': start, 'Message-ID': '<2@c.example>' });
  expect(await received()).toBe(1);
});

test('an address that nobody knows answers in the thread of the contact, under its own name', async () => {
  const activity = await logged({ From: 'Ada at home <ada@home.example>', 'In-Reply-To': start });
  expect(activity).toMatchObject({
    contactId,
    dealIds: [dealId],
    mail: { threadId, from: 'ada@home.example' },
  });
});

test('a Message-ID that somebody else has taken before carries off nobody’s mail', async () => {
  const stolen = '<ada-1@engines.example>';
  await logged({ From: 'm@evil.example', 'Message-ID': stolen });
  const first = await logged({ From: 'ada@example.com', 'Message-ID': stolen });
  const next = await logged({ From: 'ada@example.com', 'In-Reply-To': stolen });
  expect([first.contactId, next.contactId]).toEqual([contactId, contactId]);
});

test('an answer that comes before what it answers makes one lead, and both stand with it', async () => {
  const from = { From: 'New <new@customer.example>' };
  const reply = await logged({ ...from, 'Message-ID': '<2@c.example>', 'In-Reply-To': '<1@c.example>' });
  const first = await logged({ ...from, 'Message-ID': '<1@c.example>' });
  const later = await logged({ ...from, References: '<1@c.example> <2@c.example>' });
  expect(new Set([reply, first, later].map((one) => one.contactId)).size).toBe(1);
  expect(later.mail?.threadId).toBe(reply.mail?.threadId);
  expect(await all('CONTACT')).toHaveLength(3);
});

test('the mails of one conversation that come at once make one lead and lose none', async () => {
  const mail = (n: number) => ({
    From: 'New <new@customer.example>',
    'Message-ID': `<${n}@c.example>`,
    ...(n > 0 && { 'In-Reply-To': `<${n - 1}@c.example>` }),
  });
  const activities = await Promise.all([4, 2, 0, 3, 1].map((n) => logged(mail(n))));
  expect(new Set(activities.map((one) => one.contactId)).size).toBe(1);
  expect(await all('ACTIVITY')).toHaveLength(5);
  expect(await all('CONTACT')).toHaveLength(3);
});
