import { beforeEach, expect, test } from 'vitest';
import { handler as api } from '../../../functions/mail/api.ts';
import { handler as receiver } from '../../../functions/mail/receive-mail.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { intakeId } from '../../../shared/mail/intake.ts';
import { getMailIntakeMessageRoute, getMailIntakeRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { textKeyOf } from '../../../shared/mail/mail-bucket-store.ts';
import { mailDomainItem } from '../../../shared/mail/mailbox-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { dropBoxAddress } from '../../../shared/platform/drop-box-address.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { bucket, notification, rawMail, receive, sales, usePostOffice } from './post-office.ts';

const ws = newId('workspace');
const domain = `${ws.toLowerCase().replace('_', '-')}.test`;
const never = { addresses: ['doctor@clinic.example'], domains: ['law.example', 'acme.test'] };
const recipients = [`sales@${domain}`];

/** A workspace of this file's own: what others have read of Acme is kept for half a minute. */
beforeEach(async () => {
  await usePostOffice();
  await keep(workspaceRecord, aWorkspace({ id: ws, neverLog: never }));
  await keep(userRecord, aUser({ workspaceId: ws }));
  await commit([{ action: { Put: { Item: mailDomainItem(domain, ws) } } }]);
});

const many = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@acme.example`);
const intakeOf = (key: string) => intakeStore.get(ws, intakeId(key, ws));
const stored = async () => JSON.stringify(await Array.fromAsync(readAll()));

test.each([
  ['from a listed address', { From: 'Doctor+x@clinic.example' }],
  ['from below a listed domain', { From: 'a@berlin.law.example' }],
  ['answered at a listed domain', { 'Reply-To': 'a@law.example' }],
  ['in copy to a listed domain', { Cc: 'a@law.example' }],
  ['in blind copy that was left in it', { Bcc: 'a@law.example' }],
  ['whose second author is listed', { From: 'Ada <ada@engines.example>, B <b@law.example>' }],
  ['whose author is written in two fields', { From: 'ada@engines.example', from: 'b@law.example' }],
  ['of a group with a listed member', { From: 'Us: ada@engines.example, "b"@law.example;' }],
  ['that a listed one passed on', { 'Resent-From': 'a@law.example' }],
  ['to the last of many', { Cc: [...many(300), 'a@law.example'].join(', ') }],
])('a mail %s leaves nothing but that it came', async (_, headers) => {
  const raw = rawMail({ Subject: 'A private matter', ...headers }, 'Nobody’s business');
  const key = await receive(raw, { recipients, source: 'bounces@engines.example' });
  expect(await intakeOf(key)).toMatchObject({ status: 'skipped', reason: 'never_log', senders: [] });
  expect(bucket.has(key)).toBe(false);
  expect(await stored()).not.toMatch(/private matter|business|Doctor|bounces/);
  const shown = await call(api, getMailIntakeMessageRoute, {
    params: { intakeId: intakeId(key, ws) },
    workspaceId: ws,
  });
  expect(shown).toMatchObject({ status: 200, body: { reason: 'never_log' } });
  expect(shown.body).not.toHaveProperty('mail');
});

test('to the drop-box as well, also where it is forwarded', async () => {
  const box = await dropBoxAddress(aUser({ workspaceId: ws }), domain);
  const post = { recipients: [box], source: 'ann@acme.test' };
  const body =
    'Begin forwarded message:\n\nFrom: A <a@law.example>\nSubject: S\nDate: Monday\nTo: ann@acme.test\n\nHello';
  const keys = [
    await receive(rawMail({ From: 'ann@acme.test', To: 'a@law.example' }), post),
    await receive(rawMail({ From: 'ann@acme.test', To: box }, body), post),
  ];
  for (const key of keys) expect((await intakeOf(key)).reason).toBe('never_log');
  await settleAll();
  const { body: sums } = await call(api, getMailIntakeRoute, { workspaceId: ws });
  expect(sums).toMatchObject({ received: 2, logged: 0, skipped: { never_log: 2 } });
});

test('to the drop-box with a listed one behind many, among the authors of an attached mail, or named by the text alone', async () => {
  const box = await dropBoxAddress(aUser({ workspaceId: ws }), domain);
  const post = { recipients: [box], source: 'ann@acme.test' };
  const inside = ['From: ada@engines.example, a@law.example', 'To: ann@acme.test', '', 'Hello'].join('\r\n');
  const attached = (name: string) =>
    [`--x`, 'Content-Type: message/rfc822', `Content-Disposition: attachment; filename=${name}`, ''].join(
      '\r\n',
    );
  const innocent = inside.replace(', a@law.example', '');
  const body = [attached('1.eml'), innocent, attached('2.eml'), inside, '--x--'].join('\r\n');
  const type = { 'Content-Type': 'multipart/mixed; boundary=x' };
  const toAnn = { From: 'ann@acme.test', To: box };
  const raws = [
    rawMail({ ...toAnn, To: [...many(60), 'a@law.example'].join(', ') }),
    rawMail({ ...toAnn, ...type }, body),
    rawMail(toAnn, 'I talked to a@law.example today.'),
  ];
  for (const raw of raws) expect((await intakeOf(await receive(raw, post))).reason).toBe('never_log');
  const plain = await receive(rawMail({ ...toAnn, To: 'x@y.example' }, 'I talked to a@law.example.'), post);
  expect((await intakeOf(plain)).reason).toBe('recipient_unknown');
});

test('users of a listed domain of one’s own do not keep a customer’s mail out', async () => {
  const key = await receive(rawMail({ Cc: 'ann@acme.test' }), { recipients });
  expect((await intakeOf(key)).reason).toBe('unknown_recipient');
  expect(bucket.has(key)).toBe(true);
});

test('a message that another workspace keeps stays in the bucket', async () => {
  const raw = rawMail({ From: 'a@law.example' });
  const key = await receive(raw, { recipients: [...recipients, sales], source: 'a@law.example' });
  expect((await intakeOf(key)).reason).toBe('never_log');
  expect(bucket.has(key)).toBe(true);
});

test('what a death left behind is deleted with the next delivery, parts and all', async () => {
  const key = await receive(rawMail({ From: 'a@law.example' }), { recipients });
  const part = textKeyOf(ws, intakeId(key, ws));
  for (const one of [key, part]) bucket.set(one, { body: Buffer.from('x'), at: new Date() });
  const record = {
    messageId: 'sqs-2',
    body: JSON.stringify(notification(key, { recipients })),
    attributes: { ApproximateReceiveCount: '2' },
  };
  await receiver({ Records: [record as never] });
  expect([bucket.has(key), bucket.has(part)]).toEqual([false, false]);
  expect((await workspaceStore.get(ws, ws)).neverLog).toEqual(never);
});
