import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as record } from '../../../functions/mail/on-ses-event-record-feedback.ts';
import { newId } from '../../../shared/core/ids.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { findThread } from '../../../shared/mail/thread-store.ts';
import { acme, globex } from '../../fixtures/ids.ts';
import { allActivities, deliverBody, eventsOf, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';
import { aSent, toldAt as at, told } from './telling.ts';

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
