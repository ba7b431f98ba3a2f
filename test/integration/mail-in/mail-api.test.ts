import { beforeEach, expect, test } from 'vitest';
import { handler as api } from '../../../functions/mail/api.ts';
import { handler as reconcile } from '../../../functions/mail/reconcile-mail.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { intakeId } from '../../../shared/mail/intake.ts';
import {
  getActivityMailRoute,
  getMailIntakeMessageRoute,
  getMailIntakeRoute,
  listMailIntakeRoute,
  retryMailIntakeMessageRoute,
} from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import {
  createMailboxRoute,
  deleteMailboxRoute,
  getMailboxRoute,
  listMailboxesRoute,
  patchMailboxRoute,
} from '../../../shared/mail/mailbox-routes.ts';
import { meter } from '../../../shared/platform/meter.ts';
import { acme, ann } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  bucket,
  domain,
  handle,
  mailboxId,
  queued,
  rawMail,
  receive,
  s3,
  trouble,
  usePostOffice,
} from './post-office.ts';

beforeEach(usePostOffice);

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const intakeOf = (key: string) => intakeStore.get(acme, intakeId(key, acme));
const drain = async () => {
  for (const message of queued.splice(0)) await handle(message);
};
/** A raw message that SES put into the bucket and whose notification never came. */
const strand = (key: string, raw: string) => bucket.set(key, { body: Buffer.from(raw), at: new Date() });

test('the daily listing queues what has no outcome, reads its recipients from the message, and tells its figures', async () => {
  await receive(rawMail({}));
  strand('raw/lost-1', `Received: from a by b with SMTP id x for sales@${domain}; today\r\n${rawMail({})}`);
  strand('raw/lost-2', rawMail({ To: `Sales <sales@${domain}>` }));
  strand('raw/lost-3', rawMail({ To: 'somebody@else.example' }));
  strand('raw/AMAZON_SES_SETUP_NOTIFICATION', 'not a mail');
  const time = later(2);
  await reconcile({ time });
  expect(queued).toHaveLength(3);
  await drain();
  expect((await intakeOf('raw/lost-1')).status).toBe('logged');
  expect((await intakeOf('raw/lost-2')).status).toBe('logged');
  expect(await intakeOf('raw/lost-3')).toMatchObject({ status: 'skipped', reason: 'unknown_recipient' });
  const { body } = await call(api, getMailIntakeRoute);
  expect(body.lastReconciled).toEqual({ at: time, objects: 4, missing: 3 });
});

test('a reconciled message that names thousands costs few look-ups and is recorded', async () => {
  const strangers = Array.from({ length: 3000 }, (_, n) => `a@d${n}.example`).join(', ');
  const ours = Array.from({ length: 3000 }, (_, n) => `a${n}@${domain}`).join(',\r\n ');
  strand('raw/crowd', rawMail({ 'Delivered-To': strangers, To: ours }));
  const before = meter.requests;
  await reconcile({ time: later(2) });
  await drain();
  expect(await intakeOf('raw/crowd')).toMatchObject({ status: 'skipped', reason: 'unknown_recipient' });
  expect((await intakeOf('raw/crowd')).recipients).toHaveLength(100);
  expect(meter.requests - before).toBeLessThan(100);
});

test('a listing after everything has an outcome queues nothing', async () => {
  for (let n = 0; n < 8; n++) await receive(rawMail({}));
  await reconcile({ time: later(2) });
  expect(queued).toEqual([]);
  const { body } = await call(api, getMailIntakeRoute);
  expect(body.lastReconciled).toMatchObject({ objects: 8, missing: 0 });
});

test('what is younger than an hour is left to its notification', async () => {
  strand('raw/young', rawMail({}));
  await reconcile({ time: later(0.5) });
  expect(queued).toEqual([]);
});

test('a message that is reconciled and whose notification comes after all is one activity', async () => {
  strand('raw/late', rawMail({}));
  await reconcile({ time: later(2) });
  await drain();
  const before = await intakeOf('raw/late');
  await receive(rawMail({}), { key: 'raw/late' });
  expect(await intakeOf('raw/late')).toEqual(before);
});

test('a failed message can be tried again, and has one outcome however often', async () => {
  trouble.reads = 1;
  const key = await receive(rawMail({}), { receipt: 5 });
  const { id, status } = await intakeOf(key);
  expect(status).toBe('failed');
  for (let n = 0; n < 2; n++) {
    const answer = await call(api, retryMailIntakeMessageRoute, { params: { intakeId: id }, body: {} });
    expect(answer.status).toBe(202);
  }
  await drain();
  expect(await intakeOf(key)).toMatchObject({ status: 'logged', version: 3 });
  expect(await intakeOf(key)).not.toHaveProperty('reason');
  const again = await call(api, retryMailIntakeMessageRoute, { params: { intakeId: id }, body: {} });
  expect(again).toMatchObject({ status: 409, body: { code: 'intake_not_failed' } });
});

test('a message is read back whole: text with its quote, attachments and raw message by link', async () => {
  const text = 'Yes.\n\nOn 1 May 2026 Ada <a@x.example> wrote:\n> Really?';
  const key = await receive(rawMail({ Cc: 'Bob <bob@x.example>' }, text));
  const { activityId = '' } = await intakeOf(key);
  const { body } = await call(api, getActivityMailRoute, { params: { activityId } });
  expect(body).toMatchObject({ subject: 'A question', cc: [{ name: 'Bob', address: 'bob@x.example' }] });
  expect(body.text.trim()).toBe(text);
  const raw = new URL(body.rawUrl ?? '');
  expect(raw.searchParams.get('X-Amz-Expires')).toBe('300');
  expect(raw.searchParams.get('response-content-disposition')).toMatch(/^attachment;/);
});

test('a skipped message is listed by its reason, with the reason in words, and can be read', async () => {
  await receive(rawMail({ 'Auto-Submitted': 'auto-replied' }));
  await receive(rawMail({}));
  await settleAll();
  const { body } = await call(api, listMailIntakeRoute, {
    query: { status: 'skipped', reason: 'auto_reply' },
  });
  expect(body.items).toMatchObject([
    { status: 'skipped', reasonInWords: expect.stringContaining('program'), subject: 'A question' },
  ]);
  const params = { intakeId: body.items[0]?.id ?? '' };
  const message = await call(api, getMailIntakeMessageRoute, { params });
  expect(message.body.mail?.text.trim()).toBe('Hello, what does it cost?');
});

test('a message that was not opened shows no more than its envelope and the raw message', async () => {
  const key = await receive(rawMail({}), { virus: 'FAIL' });
  const { id } = await intakeOf(key);
  const { body } = await call(api, getMailIntakeMessageRoute, { params: { intakeId: id } });
  expect(body).not.toHaveProperty('mail');
  expect(body).toMatchObject({ recipients: [`sales@${domain}`], verdicts: { virus: 'FAIL' } });
  expect(s3.calls()).toHaveLength(0);
});

test('received messages are listed newest first, page by page, each once', async () => {
  for (let n = 0; n < 5; n++) await receive(rawMail({}));
  await settleAll();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: Record<string, string> = { limit: '2', ...(cursor && { cursor }) };
    const { body } = await call(api, listMailIntakeRoute, { query });
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.cursor;
  } while (cursor);
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
});

test('a reason without its status is refused, for the list could not be one Query', async () => {
  expect((await call(api, listMailIntakeRoute, { query: { reason: 'spam' } })).status).toBe(400);
});

test('mailboxes are made, read, changed, listed and removed', async () => {
  await keep(userRecord, aUser({ id: ann }));
  const made = await call(api, createMailboxRoute, {
    body: { address: `Info@${domain}`, name: 'Info', ownerId: ann },
  });
  expect(made).toMatchObject({ status: 201, body: { address: `info@${domain}`, opensDeal: false } });
  const params = { mailboxId: made.body.id };
  const patched = await call(api, patchMailboxRoute, { params, body: { opensDeal: true, ownerId: null } });
  expect(patched.body).toMatchObject({ opensDeal: true, version: 2 });
  expect(patched.body).not.toHaveProperty('ownerId');
  await settleAll();
  const { body } = await call(api, listMailboxesRoute);
  expect(body.items.map(({ address }) => address)).toEqual([`info@${domain}`, `sales@${domain}`]);
  expect((await call(api, deleteMailboxRoute, { params })).status).toBe(204);
  expect((await call(api, getMailboxRoute, { params })).status).toBe(404);
});

test('an address is one mailbox’s, and at the workspace’s own domain', async () => {
  const create = (address: string, more: object = {}) =>
    call(api, createMailboxRoute, { body: { address, name: 'x', ...more } });
  const taken = await create(`SALES@${domain}`);
  expect(taken).toMatchObject({
    status: 409,
    body: { code: 'mailbox_address_taken', existingId: mailboxId },
  });
  expect((await create('info@in.globex.test')).body.code).toBe('mail_domain_foreign');
  expect((await create(`a@${domain}`, { ownerId: newId('user') })).body.code).toBe('reference_unknown');
  expect((await create(`a@${domain}`, { ownerId: ann, roundRobin: [ann] })).status).toBe(400);
});
