import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { handler as feedback } from '../../../functions/mail/on-ses-event-record-feedback.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { messageRecord, queueMessage } from '../../../shared/mail/message.ts';
import { saveClaimed } from '../../../shared/mail/message-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { recordStore, writesOf } from '../../../shared/platform/record-store.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { blockWrites } from '../../../shared/privacy/erased-address-store.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { allMessages, aQueued, deliverBody, sendOne, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
});
const by = () => aContext({ now: noon });

it('a mail that waits for a person who is erased is not sent, marketing or not', async () => {
  const message = await aQueued();
  const hash = await hashOfAddress(acme, message.to);
  await commit(blockWrites(acme, [hash], { at: noon, erasureId: 'er_1' }));
  expect(await sendOne(message)).toBe(true);
  expect(ses.state.mails).toEqual([]);
  expect(await stored(message)).toMatchObject({ status: 'skipped', reason: 'person_erased' });
});

it('a mail that was emptied is never sent, whoever asks for it again', async () => {
  const message = await aQueued();
  const emptied = forget(messageRecord, message, by());
  if (emptied) await commit(writesOf(emptied, by()));
  expect(await sendOne(message)).toBe(true);
  expect(ses.state.mails).toEqual([]);
  expect(await stored(message)).toMatchObject({ status: 'skipped', to: '', text: '' });
});

it('a mail that is written while its person is erased is not stored', async () => {
  const contact = await recordStore(contactRecord).get(acme, contactId);
  const stub = forget(contactRecord, contact, by());
  if (stub) await commit(writesOf(stub, by()));
  const late = queueMessage(
    {
      claim: 'late',
      purpose: 'welcome',
      to: 'ada@example.com',
      contactId,
      subject: 'Hi',
      text: 'Ada',
      html: 'Ada',
    },
    by(),
  );
  expect(await saveClaimed(late, by())).toBe(false);
  expect(await allMessages()).toEqual([]);
});

it('that an emptied mail bounced is noted on it, and suppresses nobody', async () => {
  const message = await aQueued();
  await sendOne(message);
  const emptied = forget(messageRecord, await stored(message), by());
  if (emptied) await commit(writesOf(emptied, by()));
  const tags = { 'rapport-workspace': [acme], 'rapport-message': [message.id] };
  const mail = { timestamp: noon, messageId: 'ses-1', tags };
  const bounce = { timestamp: noon, bounceType: 'Permanent' };
  const event = { source: 'aws.ses', 'detail-type': 'Email Bounced', detail: { mail, bounce } };
  expect(await deliverBody(feedback, event)).toBe(true);
  expect(await stored(message)).toMatchObject({ status: 'sent', to: '', feedback: { bounce: 'permanent' } });
  const all = await Array.fromAsync(readAll());
  expect(all.filter(({ sk }) => sk === 'SUPPRESSION')).toEqual([]);
});
