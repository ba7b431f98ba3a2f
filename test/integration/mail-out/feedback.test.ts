import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as sweep } from '../../../functions/due/sweep.ts';
import { handler as record } from '../../../functions/mail/on-ses-event-record-feedback.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { lift } from '../../../shared/mail/suppression-list-store.ts';
import { findThread } from '../../../shared/mail/thread-store.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { acme, globex } from '../../fixtures/ids.ts';
import { aSesEvent } from '../../fixtures/ses-event.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { allActivities, deliverBody, eventsOf, sendOne, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';
import { aSent, toldAt as at, told, toldAt } from './telling.ts';

const refusal = (to: string) => mailRefusal(acme, { to, marketing: true });

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
});

it('a delivery is noted on the mail', async () => {
  const message = await aSent();
  expect(await told('delivery', message)).toBe(true);
  expect(await stored(message)).toMatchObject({ status: 'sent', feedback: { deliveredAt: at } });
});

it.each([
  ['bounce', 'bounced'],
  ['complaint', 'complained'],
] as const)('after a %s the address gets no marketing mail, in any spelling', async (kind, reason) => {
  const message = await aSent();
  await told(kind, message);
  for (const spelling of ['ada@example.com', 'Ada+news@EXAMPLE.com'])
    expect(await refusal(spelling)).toBe(reason);
  const advert = await aSent({ marketing: true, to: 'ADA@example.com' });
  expect(advert).toMatchObject({ status: 'skipped', reason });
  expect(await aSent({ marketing: false })).toMatchObject({ status: 'sent' });
  expect(ses.state.calls).toBe(2);
});

it.each(['soft', 'praise'] as const)('%s feedback keeps nobody from marketing mail', async (kind) => {
  await told(kind, await aSent());
  expect(await refusal('ada@example.com')).toBeUndefined();
});

it('is the same whatever the order and however often it is told', async () => {
  const kinds = ['bounce', 'delivery', 'complaint'] as const;
  const [one, other] = [await aSent(), await aSent()];
  for (const kind of kinds) await told(kind, one);
  for (const kind of [...kinds].reverse()) for (const _ of [1, 2]) await told(kind, other);
  await Promise.all(kinds.map((kind) => told(kind, other)));
  const [first, second] = [await stored(one), await stored(other)];
  expect(first.feedback).toEqual({ deliveredAt: at, bouncedAt: at, bounce: 'permanent', complainedAt: at });
  expect(second.feedback).toEqual(first.feedback);
  expect(second.version).toBe(first.version);
  expect(await eventsOf('mail.refused')).toHaveLength(2);
});

it('a bounce that is told again suppresses no address that somebody has freed since', async () => {
  const message = await aSent();
  await told('bounce', message);
  await lift(await hashOfAddress(acme, message.to), aContext());
  await told('bounce', message);
  expect(await refusal(message.to)).toBeUndefined();
  await told('bounce', await aSent());
  expect(await refusal(message.to)).toBe('bounced');
});

describe('a doubtful mail of which SES tells', () => {
  it('was sent after all: it is on the timeline, and its replies find their thread', async () => {
    ses.state.script.push('accept_then_hang_up');
    const doubtful = await aSent();
    expect(doubtful.status).toBe('doubtful');
    const sesMessageId = ses.state.mails[0]?.id ?? '';
    await told('delivery', { ...doubtful, sesMessageId });
    expect(await stored(doubtful)).toMatchObject({ status: 'sent', sesMessageId });
    expect(await allActivities()).toHaveLength(1);
    expect(await findThread(acme, [`${sesMessageId}@eu-west-1.amazonses.com`])).toMatchObject({
      threadId: doubtful.threadId,
    });
  });
});

it('mail that is not ours, unknown, or of another workspace is passed over', async () => {
  const message = await aSent();
  expect(await told('bounce', { id: newId('message') })).toBe(true);
  expect(await told('bounce', message, { workspace: globex })).toBe(true);
  const foreign = { timestamp: at, messageId: 'x', tags: {} };
  expect(await deliverBody(record, { 'detail-type': 'Email Bounced', detail: { mail: foreign } })).toBe(true);
  expect(await stored(message)).toEqual(message);
});

describe('what becomes of a mail stands on its line of the timeline', () => {
  const lines = async () =>
    (await allActivities()).map((line) => [(line.mail as { fate?: object }).fate, line.version]);
  const sesTells = (type: Parameters<typeof aSesEvent>[0], { id, sesMessageId }: Message, at = toldAt) =>
    deliverBody(record, aSesEvent(type, { messageId: id, ...(sesMessageId && { sesMessageId }), at }));

  it('from the first open and click on, written once', async () => {
    const message = await aSent();
    for (const _ of [1, 2]) await sesTells('Email Opened', message);
    await sesTells('Email Opened', message, '2026-11-22T14:00:00.000Z');
    await Promise.all([1, 2].map(() => sesTells('Email Clicked', message)));
    expect(await lines()).toEqual([[{ openedAt: toldAt, clickedAt: toldAt }, 3]]);
    expect((await stored(message)).feedback).toMatchObject({ opens: 2, clicks: 1 });
    for (const type of ['mail.opened', 'mail.clicked']) expect(await eventsOf(type)).toHaveLength(1);
  });

  it('where SES tells of it before anybody knew that it was sent', async () => {
    ses.state.script.push('accept_then_hang_up');
    const message = await aSent();
    expect(message.status).toBe('doubtful');
    await sesTells('Email Opened', { ...message, sesMessageId: ses.state.mails[0]?.id });
    expect(await lines()).toEqual([[{ openedAt: toldAt }, 1]]);
    expect((await stored(message)).status).toBe('sent');
  });

  it('where it came back for now before anybody knew that it was sent', async () => {
    ses.state.script.push('accept_then_hang_up');
    const message = await aSent();
    await sesTells('Email Bounced', { ...message, sesMessageId: ses.state.mails[0]?.id });
    expect(await stored(message)).toMatchObject({ status: 'scheduled', reason: 'soft_bounce' });
    expect(await lines()).toEqual([[{ bouncedAt: toldAt }, 1]]);
  });

  it('and a mail that came back for now is sent again, and has one line', async () => {
    const message = await aSent();
    await sesTells('Email Bounced', message);
    const bounced = await stored(message);
    expect(bounced).toMatchObject({ status: 'scheduled', reason: 'soft_bounce' });
    await settleAll();
    await sweep({ time: bounced.sendAt ?? '' }, { getRemainingTimeInMillis: () => 60_000 });
    await Promise.all([sendOne(message), sendOne(message)]);
    expect(ses.state.mails).toHaveLength(2);
    expect(await stored(message)).toMatchObject({ status: 'sent', attempts: 2, sentAt: message.sentAt });
    expect(await lines()).toEqual([[{ bouncedAt: toldAt }, 2]]);
    for (const { id } of ses.state.mails)
      expect(await findThread(acme, [`<${id}@email.amazonses.com>`])).toMatchObject({
        threadId: message.threadId,
      });
  });
});
