import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, expect, test } from 'vitest';
import { handler as api } from '../../../functions/mail/api.ts';
import type { Activity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { type Intake, intakeId } from '../../../shared/mail/intake.ts';
import { getMailIntakeRoute, listMailIntakeRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { threadWrites } from '../../../shared/mail/thread-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { replyAddress } from '../../../shared/platform/reply-address.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, contactId, globex, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  aMailbox,
  bucket,
  domain,
  handle,
  mailboxId,
  notification,
  rawMail,
  receive,
  s3,
  sales,
  trouble,
  usePostOffice,
} from './post-office.ts';

beforeEach(usePostOffice);

const intakeOf = async (key: string, workspaceId = acme): Promise<Intake> =>
  intakeStore.get(workspaceId, intakeId(key, workspaceId));
const activityOf = async (key: string): Promise<Activity> =>
  activityStore.get(whole(acme), (await intakeOf(key)).activityId ?? '');
const all = async (sk: string) => (await Array.fromAsync(readAll())).filter((item) => item.sk === sk);

test('a stranger who writes to a mailbox becomes a lead with the mail on the timeline', async () => {
  const key = await receive(rawMail({}));
  const intake = await intakeOf(key);
  const contact = await contactStore.get(whole(acme), intake.contactId ?? '');
  expect(intake).toMatchObject({ status: 'logged', mailboxId, recipients: [sales] });
  expect(contact).toMatchObject({
    firstName: 'Ada',
    lastName: 'Lovelace',
    lifecycle: 'lead',
    source: { kind: 'mail', id: mailboxId },
  });
  expect(await activityOf(key)).toMatchObject({
    kind: 'email',
    direction: 'inbound',
    contactId: contact.id,
    subject: 'A question',
    text: 'Hello, what does it cost?',
    mail: { from: 'ada@engines.example', to: [sales], rawKey: key },
  });
});

test('a known address, however it is spelled, is the same contact with one more activity', async () => {
  await keep(contactRecord, aContact());
  const key = await receive(rawMail({ From: 'ADA+news@Example.com' }));
  expect((await activityOf(key)).contactId).toBe(contactId);
  expect(await all('CONTACT')).toHaveLength(1);
});

test('a mailbox gives a new lead its owner, its tags and a deal', async () => {
  await keep(userRecord, aUser());
  const mailbox = await mailboxStore.get(acme, mailboxId);
  const after = aMailbox({ version: 2, ownerId: ann, opensDeal: true, tags: ['mail'] });
  await mailboxStore.save({ of: mailboxStore.of, before: mailbox, after, events: [] }, aContext());
  const activity = await activityOf(await receive(rawMail({ Subject: 'Forty kitchens' })));
  const contact = await contactStore.get(whole(acme), activity.contactId);
  const deal = await dealStore.get(whole(acme), activity.dealIds[0] ?? '');
  expect(contact).toMatchObject({ ownerId: ann, tags: ['mail'] });
  expect(deal).toMatchObject({
    name: 'Forty kitchens',
    contactId: contact.id,
    ownerId: ann,
    stageId: 'new',
    leadSource: 'mail',
  });
});

test('a mailbox gives a new lead to nobody who is gone', async () => {
  await keep(userRecord, aUser({ status: 'deactivated' }));
  const mailbox = await mailboxStore.get(acme, mailboxId);
  const after = aMailbox({ version: 2, ownerId: ann });
  await mailboxStore.save({ of: mailboxStore.of, before: mailbox, after, events: [] }, aContext());
  const activity = await activityOf(await receive(rawMail({ Subject: 'Forty kitchens' })));
  expect(await contactStore.get(whole(acme), activity.contactId)).not.toHaveProperty('ownerId');
});

test('the same notification delivered ten times at once makes one of everything', async () => {
  const key = 'raw/once';
  bucket.set(key, { body: Buffer.from(rawMail({})), at: new Date() });
  await Promise.all(Array.from({ length: 10 }, () => handle(notification(key))));
  expect(await all('INTAKE')).toHaveLength(1);
  expect(await all('ACTIVITY')).toHaveLength(1);
  expect(await all('CONTACT')).toHaveLength(1);
  expect((await intakeOf(key)).status).toBe('logged');
});

test('ten different mails of one new sender at once make one contact and ten activities', async () => {
  const keys = await Promise.all(
    Array.from({ length: 10 }, (_, n) => receive(rawMail({ Subject: `No ${n}` }))),
  );
  expect(await all('CONTACT')).toHaveLength(1);
  expect(await all('ACTIVITY')).toHaveLength(10);
  expect(await Promise.all(keys.map(async (key) => (await intakeOf(key)).status))).toEqual(
    Array(10).fill('logged'),
  );
});

test('the same message received twice, by other servers, is one activity and a skipped duplicate that names the first', async () => {
  const raw = rawMail({ 'Message-ID': '<one@engines.example>' });
  const first = await receive(`Received: from a by b; 1\r\n${raw}`);
  const second = await receive(`Received: from c by d; 2\r\nX-SES-Spam-Verdict: PASS\r\n${raw}`);
  expect(await intakeOf(second)).toMatchObject({
    status: 'skipped',
    reason: 'duplicate',
    duplicateOf: (await intakeOf(first)).id,
  });
  expect(await all('ACTIVITY')).toHaveLength(1);
});

test('the same message received many times at once is one activity', async () => {
  const raw = rawMail({ 'Message-ID': '<one@engines.example>' });
  await Promise.all(Array.from({ length: 6 }, () => receive(raw)));
  expect(await all('ACTIVITY')).toHaveLength(1);
  expect(await all('INTAKE')).toHaveLength(6);
});

test('a reused Message-ID with other content loses nothing', async () => {
  const id = { 'Message-ID': '<reused@engines.example>' };
  await receive(rawMail(id, 'One'));
  await receive(rawMail({ ...id, From: 'Bob <bob@other.example>' }, 'Two'));
  expect((await all('ACTIVITY')).map(({ text }) => text).sort()).toEqual(['One', 'Two']);
  expect(await all('CONTACT')).toHaveLength(2);
});

test('an answer to a known message joins its thread and makes no lead, even from another address', async () => {
  const first = await activityOf(await receive(rawMail({ 'Message-ID': '<start@engines.example>' })));
  const reply = await activityOf(
    await receive(
      rawMail({
        From: 'ada.private@home.example',
        'In-Reply-To': '<start@ENGINES.example>',
        Subject: 'Re: A question',
      }),
    ),
  );
  expect(reply).toMatchObject({ contactId: first.contactId, mail: { threadId: first.mail?.threadId } });
  expect(reply.mail?.from).toBe('ada.private@home.example');
  expect(await all('CONTACT')).toHaveLength(1);
});

test('an answer to a signed reply address joins its thread and its deals whatever its headers say', async () => {
  await keep(contactRecord, aContact());
  const threadId = newId('thread');
  const dealId = newId('deal');
  await commit(threadWrites(acme, { threadId, contactId, dealIds: [dealId] }));
  const to = (await replyAddress(acme, threadId, domain)).toUpperCase();
  const activity = await activityOf(
    await receive(rawMail({ From: 'x@elsewhere.example' }), { recipients: [to] }),
  );
  expect(activity).toMatchObject({ contactId, dealIds: [dealId], mail: { threadId } });
});

test('a forged reply address joins nothing', async () => {
  await keep(contactRecord, aContact());
  const threadId = newId('thread');
  await commit(threadWrites(acme, { threadId, contactId, dealIds: [] }));
  const forged = `reply+${threadId.slice(3).toLowerCase()}${'0'.repeat(16)}@${domain}`;
  const key = await receive(rawMail({}), { recipients: [forged] });
  expect(await intakeOf(key)).toMatchObject({ status: 'skipped', reason: 'unknown_recipient' });
});

test('an automatic answer in a known thread is skipped, and the intake names the thread', async () => {
  const first = await activityOf(await receive(rawMail({ 'Message-ID': '<start@engines.example>' })));
  const key = await receive(
    rawMail({ 'In-Reply-To': '<start@engines.example>', 'Auto-Submitted': 'auto-replied' }),
  );
  expect(await intakeOf(key)).toMatchObject({
    status: 'skipped',
    reason: 'auto_reply',
    threadId: first.mail?.threadId,
  });
  expect(await all('ACTIVITY')).toHaveLength(1);
});

test.each([
  ['virus', { virus: 'FAIL' }],
  ['spam', { spam: 'FAIL' }],
  ['dmarc_reject', { dmarc: 'FAIL', dmarcPolicy: 'reject' }],
  ['dmarc_quarantine', { dmarc: 'FAIL', dmarcPolicy: 'quarantine' }],
] as const)('what SES refuses as %s is skipped and never opened', async (reason, verdicts) => {
  const key = await receive(rawMail({}), verdicts);
  expect(await intakeOf(key)).toMatchObject({ status: 'skipped', reason });
  expect(s3.commandCalls(GetObjectCommand)).toHaveLength(0);
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(0);
});

test('what a colleague sends makes no lead', async () => {
  await keep(userRecord, aUser({ id: ann, email: 'ann@acme.test' }));
  const key = await receive(rawMail({ From: 'Ann <Ann@acme.test>' }));
  expect(await intakeOf(key)).toMatchObject({ status: 'skipped', reason: 'own_mail' });
});

test('a message for two workspaces is taken into each, and neither sees the other', async () => {
  const key = await receive(rawMail({}), { recipients: [sales, 'info@in.globex.test'] });
  expect(await intakeOf(key)).toMatchObject({ status: 'logged', recipients: [sales] });
  expect(await intakeOf(key, globex)).toMatchObject({
    status: 'skipped',
    recipients: ['info@in.globex.test'],
  });
});

test('mail for a domain that no workspace has is left to the dead-letter queue', async () => {
  expect(await handle(notification('raw/x', { recipients: ['a@nobody.test'] }))).toBe(false);
});

test('a message that cannot be parsed is kept, counted as failed and listed', async () => {
  const key = await receive(`X: ${'a'.repeat(3_000_000)}\r\n\r\n`);
  expect(await intakeOf(key)).toMatchObject({ status: 'failed', reason: 'unparsable' });
  await settleAll();
  const { body } = await call(api, listMailIntakeRoute, { query: { status: 'failed' } });
  expect(body.items).toMatchObject([{ status: 'failed', reason: 'unparsable' }]);
  expect(bucket.has(key)).toBe(true);
});

test('what fails for want of the bucket comes again, and is accounted for as given up at its last receipt', async () => {
  const key = 'raw/late';
  trouble.reads = 2;
  expect(await handle(notification(key))).toBe(false);
  expect((await intakeOf(key)).status).toBe('received');
  expect(await handle(notification(key), 5)).toBe(true);
  expect(await intakeOf(key)).toMatchObject({ status: 'failed', reason: 'gave_up' });
});

test('what failed four times for want of the bucket is logged at its last receipt where the bucket answers again', async () => {
  const key = await receive(rawMail({}), { receipt: 5 });
  expect((await intakeOf(key)).status).toBe('logged');
  expect(await all('ACTIVITY')).toHaveLength(1);
});

test('a death after any write leaves what one run would have made', async () => {
  const raw = rawMail({ 'Content-Type': 'multipart/mixed; boundary=x' }, attached);
  for (let writes = 0; writes < 4; writes++) {
    const key = `raw/dies-${writes}`;
    bucket.set(key, { body: Buffer.from(raw.replace('A question', `No ${writes}`)), at: new Date() });
    const put = s3.on(PutObjectCommand);
    let left = writes;
    put.callsFake(({ Key, Body }: { Key: string; Body: Uint8Array | string }) => {
      if (left-- <= 0) throw new Error('killed');
      bucket.set(Key, { body: Buffer.from(Body as string), at: new Date() });
      return {};
    });
    await handle(notification(key));
    left = 100;
    expect(await handle(notification(key))).toBe(true);
    expect(await handle(notification(key))).toBe(true);
    expect((await intakeOf(key)).status).toBe('logged');
  }
  expect(await all('ACTIVITY')).toHaveLength(4);
  expect(await all('CONTACT')).toHaveLength(1);
});

test('attachments are kept under names without paths, and the raw message stays', async () => {
  const key = await receive(rawMail({ 'Content-Type': 'multipart/mixed; boundary=x' }, attached));
  const { mail } = await activityOf(key);
  expect(mail?.attachments).toMatchObject([{ filename: 'passwd', contentType: 'application/pdf', bytes: 5 }]);
  expect(Buffer.from(bucket.get(mail?.attachments[0]?.key ?? '')?.body ?? []).toString()).toBe('%PDF-');
  expect(bucket.has(key)).toBe(true);
});

test('received is the sum of logged, skipped and failed', async () => {
  await receive(rawMail({}));
  await receive(rawMail({ 'List-Id': '<news.example>' }));
  await receive(rawMail({ From: 'nobody' }));
  await receive(`X: ${'a'.repeat(3_000_000)}\r\n\r\n`);
  await settleAll();
  const { body } = await call(api, getMailIntakeRoute, { now: noon });
  expect(body).toMatchObject({
    received: 4,
    logged: 1,
    skipped: { mailing_list: 1, no_sender: 1 },
    failed: 1,
  });
  expect(body.links.skipped).toEqual({
    mailing_list: '/v1/mail/intake/messages?status=skipped&reason=mailing_list',
    no_sender: '/v1/mail/intake/messages?status=skipped&reason=no_sender',
  });
});

const attached = [
  '--x',
  'Content-Type: text/plain',
  '',
  'See the file.',
  '--x',
  'Content-Type: application/pdf; name="../../etc/passwd"',
  'Content-Disposition: attachment; filename="../../etc/passwd"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--x--',
].join('\r\n');
