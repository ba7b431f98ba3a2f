import { beforeEach, expect, test } from 'vitest';
import { handler as identity } from '../../../functions/identity/api.ts';
import { handler as api } from '../../../functions/mail/api.ts';
import type { Activity } from '../../../shared/activities/activity.ts';
import { Activity as ActivitySchema } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { getMeRoute, rotateDropBoxRoute } from '../../../shared/identity/user-routes.ts';
import { type Intake, intakeId } from '../../../shared/mail/intake.ts';
import { getMailIntakeRoute, listMailIntakeRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { messageIdWrite, threadWrites } from '../../../shared/mail/thread-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { dropBoxAddress } from '../../../shared/platform/drop-box-address.ts';
import { replyAddress } from '../../../shared/platform/reply-address.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben, contactId, globex } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  bucket,
  domain,
  handle,
  notification,
  type Post,
  rawMail,
  receive,
  usePostOffice,
} from './post-office.ts';

const grace = newId('contact');
const ada = 'Ada Lovelace <ada@example.com>';
let box = '';

/** Ann and Ben work at Acme; Ada and Grace are contacts. */
beforeEach(async () => {
  await usePostOffice();
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test', roles: ['rep'] }));
  await keep(contactRecord, aContact());
  const emails = [{ address: 'grace@navy.example', key: 'grace@navy.example' }];
  await keep(contactRecord, aContact({ id: grace, firstName: 'Grace', emails, ownerId: ben }));
  box = await dropBoxAddress(aUser(), domain);
});

const fromAnn = (headers: Record<string, string> = {}, body?: string) =>
  rawMail({ From: 'Ann <ann@acme.test>', To: ada, ...headers }, body);
const drop = (raw: string, post: Post = {}) =>
  receive(raw, { recipients: [box], source: 'ann@acme.test', ...post });
const intakeOf = (key: string): Promise<Intake> => intakeStore.get(acme, intakeId(key, acme));
const all = async (sk: string) => (await Array.fromAsync(readAll())).filter((item) => item.sk === sk);
const activities = async (): Promise<Activity[]> =>
  (await all('ACTIVITY')).map((item) => ActivitySchema.parse(item));
const forward = (from: string) =>
  `For the file\n\n---------- Forwarded message ---------\nFrom: ${from}\nDate: Mon, 23 Nov 2026 at 10:00\nSubject: Forty kitchens\nTo: Ann <ann@acme.test>\n\nWhat do they cost?\n`;

test('a blind copy is an outbound mail of its user on the timeline of each known contact, and makes nobody', async () => {
  const to = `${ada}, Ben <ben@acme.test>, nobody@nowhere.example, sales@${domain}`;
  const raw = fromAnn({ To: to, Cc: 'grace@navy.example' }, 'Here is the offer.');
  const key = await drop(raw);
  const logged = await activities();
  expect(logged.map((one) => one.contactId).sort()).toEqual([contactId, grace].sort());
  for (const activity of logged)
    expect(activity).toMatchObject({
      kind: 'email',
      direction: 'outbound',
      subject: 'A question',
      text: 'Here is the offer.',
      by: { kind: 'user', id: ann },
      mail: { from: 'ann@acme.test', rawKey: key },
    });
  expect(await intakeOf(key)).toMatchObject({ status: 'logged', contactId });
  expect(await all('CONTACT')).toHaveLength(2);
});

test('delivered ten times at once it is logged once', async () => {
  const key = 'raw/boxed';
  bucket.set(key, { body: Buffer.from(fromAnn()), at: new Date() });
  const post = { recipients: [box], source: 'ann@acme.test' };
  await Promise.all(Array.from({ length: 10 }, () => handle(notification(key, post))));
  expect(await activities()).toHaveLength(1);
});

test('the same Message-ID in other bytes, here and by a reply address at once, is logged once', async () => {
  const threadId = newId('thread');
  await commit(threadWrites(acme, { threadId, contactId, dealIds: [] }));
  const reply = await replyAddress(acme, threadId, domain);
  const same = { 'Message-ID': '<offer@acme.test>' };
  const keys = await Promise.all([
    drop(fromAnn(same, 'One')),
    receive(fromAnn({ ...same, To: reply }, 'Two'), { recipients: [reply], source: 'ann@acme.test' }),
    drop(fromAnn(same, 'Three')),
  ]);
  const intakes = await Promise.all(keys.map(intakeOf));
  expect(intakes.map(({ reason }) => reason).filter((one) => one === 'duplicate')).toHaveLength(2);
  expect(await activities()).toHaveLength(1);
});

test('what Rapport sent itself, or knows from a mailbox, is not logged again', async () => {
  await commit([messageIdWrite(acme, '<sent@ses.example>', newId('thread'))]);
  const sent = await drop(fromAnn({ 'Message-ID': '<sent@ses.example>' }));
  const own = await drop(fromAnn({ 'X-Rapport-Message': 'ms_1' }));
  expect((await intakeOf(sent)).reason).toBe('duplicate');
  expect((await intakeOf(own)).reason).toBe('own_mail');
});

test('the customer’s answer joins the conversation, with its deals', async () => {
  await drop(fromAnn({ 'Message-ID': '<offer@acme.test>' }));
  const [sent] = await activities();
  const answer = await receive(rawMail({ From: ada, References: '<offer@acme.test>' }));
  expect(await intakeOf(answer)).toMatchObject({
    status: 'logged',
    contactId,
    threadId: sent?.mail?.threadId,
  });
});

test('an answer in a conversation about a deal stands with the deal', async () => {
  const [threadId, dealId] = [newId('thread'), newId('deal')];
  await commit([
    ...threadWrites(acme, { threadId, contactId, dealIds: [dealId] }),
    messageIdWrite(acme, '<start@example.com>', threadId),
  ]);
  await drop(fromAnn({ 'In-Reply-To': '<start@example.com>' }));
  expect(await activities()).toMatchObject([{ contactId, dealIds: [dealId], mail: { threadId } }]);
});

test('a forwarded mail is the customer’s own, and what they answer to it joins', async () => {
  const headers = { To: box, Subject: 'Fwd: Forty kitchens', 'In-Reply-To': '<first@example.com>' };
  const key = await drop(fromAnn(headers, forward(ada)));
  expect(await activities()).toMatchObject([
    {
      contactId,
      direction: 'inbound',
      subject: 'Forty kitchens',
      text: 'What do they cost?',
      by: { kind: 'user', id: ann },
      mail: { from: 'ada@example.com', to: ['ann@acme.test'] },
    },
  ]);
  const { threadId } = await intakeOf(key);
  const next = await receive(rawMail({ From: ada, References: '<first@example.com>' }));
  expect(await intakeOf(next)).toMatchObject({ status: 'logged', threadId });
  const again = await drop(fromAnn({ ...headers, Subject: 'Once more' }, forward(ada)));
  expect((await intakeOf(again)).reason).toBe('duplicate');
});

test('what one wrote oneself and forwards is outbound; a note that names a contact has no direction', async () => {
  const own = forward('Ann <ann@acme.test>').replace('To: Ann <ann@acme.test>', `To: ${ada}`);
  await drop(fromAnn({ To: box }, own));
  await drop(fromAnn({ To: box }, 'I met grace@navy.example at the fair.'));
  const [mail, note] = (await activities()).sort((a) => (a.contactId === contactId ? -1 : 1));
  expect(mail).toMatchObject({ contactId, direction: 'outbound' });
  expect(note).toMatchObject({
    contactId: grace,
    kind: 'email',
    text: 'I met grace@navy.example at the fair.',
  });
  expect(note).not.toHaveProperty('direction');
});

test('what is not logged has its reason, and nothing is missing from the balance', async () => {
  const forged = { source: 'x@evil.example', spf: 'FAIL', dkim: 'FAIL', dmarc: 'GRAY' } as const;
  const stale = await dropBoxAddress(aUser({ dropBoxTurn: 7 }), domain);
  const cases: [string, string][] = [
    ['recipient_unknown', await drop(fromAnn({ To: 'nobody@nowhere.example' }))],
    ['recipient_unknown', await drop(fromAnn({ To: box }, forward('Eve <eve@nowhere.example>')))],
    ['drop_box_foreign', await drop(rawMail({ From: 'Ben <ben@acme.test>', To: ada }))],
    ['drop_box_foreign', await drop(rawMail({ From: 'x@evil.example', To: ada }))],
    ['drop_box_unproven', await drop(fromAnn(), forged)],
    ['drop_box_unknown', await drop(fromAnn(), { recipients: [stale] })],
    ['auto_reply', await drop(fromAnn({ 'Auto-Submitted': 'auto-replied' }))],
  ];
  for (const [reason, key] of cases) expect(await intakeOf(key)).toMatchObject({ status: 'skipped', reason });
  expect(await activities()).toEqual([]);
  await settleAll();
  const { body } = await call(api, getMailIntakeRoute);
  expect(body.received - body.logged - body.failed).toBe(cases.length);
  expect(Object.values(body.skipped).reduce((sum, n) => sum + n, 0)).toBe(cases.length);
  const list = await call(api, listMailIntakeRoute, {
    query: { status: 'skipped', reason: 'recipient_unknown' },
  });
  expect(list.body.items).toHaveLength(2);
  expect(JSON.stringify(list.body)).not.toContain(box.slice(4, 46));
});

test('a customer who answers all, the drop-box among them, is logged as ever', async () => {
  const key = await receive(rawMail({ From: ada, Cc: box }), { recipients: [`sales@${domain}`, box] });
  expect(await intakeOf(key)).toMatchObject({ status: 'logged', contactId });
  expect(await activities()).toMatchObject([{ direction: 'inbound', mail: { cc: ['log+…@in.acme.test'] } }]);
});

test('nobody logs by mail with whom they may not see, and who may log nothing has no drop-box', async () => {
  const cora = aUser({ id: newId('user'), email: 'cora@acme.test', roles: ['rep'] });
  const dan = aUser({ id: newId('user'), email: 'dan@acme.test', roles: ['readonly'] });
  for (const user of [cora, dan]) await keep(userRecord, user);
  const sent = async (user: typeof cora) =>
    receive(rawMail({ From: user.email, To: 'grace@navy.example' }), {
      recipients: [await dropBoxAddress(user, domain)],
      source: user.email,
    });
  expect((await intakeOf(await sent(cora))).reason).toBe('recipient_unknown');
  expect((await intakeOf(await sent(dan))).reason).toBe('drop_box_unknown');
});

test('everybody has an address of their own, which they rotate', async () => {
  const { body: me } = await call(identity, getMeRoute, { userId: ann });
  expect(me.dropBoxAddress).toBe(box);
  const { status, body } = await call(identity, rotateDropBoxRoute, { userId: ann, body: {} });
  expect(status).toBe(200);
  expect(body.dropBoxAddress).not.toBe(box);
  expect((await call(identity, getMeRoute, { userId: ann })).body.dropBoxAddress).toBe(body.dropBoxAddress);
  expect((await intakeOf(await drop(fromAnn()))).reason).toBe('drop_box_unknown');
  const kept = await drop(fromAnn(), { recipients: [body.dropBoxAddress] });
  expect((await intakeOf(kept)).status).toBe('logged');
});

test('where no mail domain is held to the workspace nobody has one', async () => {
  await keep(userRecord, aUser({ workspaceId: globex, id: ann }));
  const at = { userId: ann, workspaceId: globex };
  expect((await call(identity, getMeRoute, at)).body).not.toHaveProperty('dropBoxAddress');
  expect(await call(identity, rotateDropBoxRoute, { ...at, body: {} })).toMatchObject({
    status: 409,
    body: { code: 'mail_domain_missing' },
  });
});
