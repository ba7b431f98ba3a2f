import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { handler as sweep } from '../../../functions/due/sweep.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { unsettledAt } from '../../../shared/mail/unsettled.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { dying } from './mortal.ts';
import { aQueued, eventsOf, sendOne, stored, useOutgoing } from './outgoing.ts';
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

const minute = 60_000;
const dueEntries = async () =>
  (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'mail_unsettled');
const queuedEvents = async () => (await eventsOf('mail.queued')).length;
const reached = async (message: Message) => unsettledAt(await stored(message)) ?? '';
/** The sweep as of a moment that lies so many milliseconds behind the one at which the mail is looked after. */
async function sweepAround(message: Message, ms = 0) {
  await settleAll();
  const time = new Date(Date.parse(await reached(message)) + ms).toISOString();
  return sweep({ time }, { getRemainingTimeInMillis: () => 60_000 });
}
const attemptDies = (message: Message) =>
  dying({ at: (calls) => ses.state.calls > 0 && calls > 0, when: 'before' }, () => sendOne(message));

it('a queued mail whose event was lost is queued again after 15 minutes, and is then sent once', async () => {
  const message = await aQueued();
  expect(Date.parse(await reached(message)) - Date.parse(message.updatedAt)).toBe(15 * minute);
  expect(await sweepAround(message, -1)).toMatchObject({ seen: 0 });
  expect(await queuedEvents()).toBe(1);
  expect(await sweepAround(message)).toEqual({ seen: 1, failed: 0 });
  expect(await eventsOf('mail.queued')).toEqual([
    expect.objectContaining({ data: { messageId: message.id, purpose: 'welcome' } }),
    expect.objectContaining({ data: { messageId: message.id, purpose: 'welcome' } }),
  ]);
  await Promise.all([sendOne(message), sendOne(message)]); // the lost one comes too
  await sendOne(message);
  expect(ses.state.mails).toHaveLength(1);
  expect(await stored(message)).toMatchObject({ status: 'sent' });
});

it('is queued again at growing distances, and in the end has failed and is left alone', async () => {
  const message = await aQueued();
  const distances: number[] = [];
  while ((await stored(message)).status === 'queued') {
    const { updatedAt } = await stored(message);
    distances.push((Date.parse(await reached(message)) - Date.parse(updatedAt)) / minute);
    await sweepAround(message);
  }
  expect(distances).toEqual([15, 30, 60, 120, 240, 480]);
  expect(await stored(message)).toMatchObject({ status: 'failed', reason: 'gave_up' });
  expect(await queuedEvents()).toBe(6);
  await settleAll();
  expect(await dueEntries()).toEqual([]);
  await sendOne(message);
  expect(ses.state.calls).toBe(0);
});

it('sweeps that meet, and one that comes again before the projector, queue it again once', async () => {
  const message = await aQueued();
  const time = await reached(message);
  await settleAll();
  const once = () => sweep({ time }, { getRemainingTimeInMillis: () => 60_000 });
  await Promise.all([once(), once(), once()]);
  await once();
  expect(await queuedEvents()).toBe(2);
});

it('a mail whose sender died is in doubt five minutes after its lease, and is never sent again', async () => {
  const message = await aQueued();
  await attemptDies(message);
  const { status, leaseUntil = '' } = await stored(message);
  expect([status, ses.state.mails.length]).toEqual(['sending', 1]);
  expect(Date.parse(await reached(message)) - Date.parse(leaseUntil)).toBe(5 * minute);
  await sweepAround(message);
  expect(await stored(message)).toMatchObject({ status: 'doubtful', reason: 'interrupted' });
  expect(await queuedEvents()).toBe(1);
  await sendOne(message);
  expect(ses.state.calls).toBe(1);
});

it('what SES refuses for now is left to its event until that can no more be on its way', async () => {
  const message = await aQueued();
  for (let attempts = 1; attempts <= 8; attempts++) {
    ses.state.script.push('pause');
    await sendOne(message);
  }
  const { status, updatedAt } = await stored(message);
  expect(status).toBe('queued');
  expect(Date.parse(await reached(message)) - Date.parse(updatedAt)).toBe(30 * minute);
});

it.each(['sent', 'failed'] as const)('a mail that has %s is not in the due index', async (end) => {
  const message = await aQueued();
  await settleAll();
  expect(await dueEntries()).toHaveLength(1);
  if (end === 'failed') ses.state.script.push('reject');
  await sendOne(message);
  const time = unsettledAt(message) ?? '';
  await sweep({ time }, { getRemainingTimeInMillis: () => 60_000 }); // the entry is still there
  expect(await stored(message)).toMatchObject({ status: end });
  await settleAll();
  expect(await dueEntries()).toEqual([]);
});
