import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { forgetQuota, leaveToSend } from '../../../shared/platform/ses-rate.ts';
import { aQueued, postponed, sendOne, stored, useOutgoing } from './outgoing.ts';
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
const client = new SESClient({ maxAttempts: 1 });
const noonMs = Date.parse('2026-11-22T12:00:00.000Z');
const leaves = (n: number, now: number) =>
  Promise.all(Array.from({ length: n }, () => leaveToSend(client, now)));
const grantedIn = (all: string[]) => all.filter((one) => one === 'granted').length;

it('of all that ask in one second as many are let through as SES takes', async () => {
  ses.state.quota.rate = 3.9;
  await leaves(1, noonMs - 1000);
  expect(grantedIn(await leaves(12, noonMs))).toBe(3);
  expect(grantedIn(await leaves(12, noonMs + 999))).toBe(0);
  expect(grantedIn(await leaves(2, noonMs + 1000))).toBe(2);
});

it('a mail beyond the day’s quota waits, untouched by SES, and leaves once there is room', async () => {
  Object.assign(ses.state.quota, { perDay: 200, sent: 200 });
  const message = await aQueued();
  expect(await sendOne(message)).toBe(false);
  expect(await stored(message)).toMatchObject({ status: 'queued', reason: 'quota_reached' });
  expect([ses.state.calls, postponed().length]).toEqual([0, 1]);
  ses.state.quota.sent = 100;
  forgetQuota();
  expect(await sendOne(message)).toBe(true);
  expect(await stored(message)).toMatchObject({ status: 'sent' });
});

it('an SES that does not tell its quota is asked to send all the same', async () => {
  ses.state.quota.rate = Number.NaN;
  const message = await aQueued();
  expect(await sendOne(message)).toBe(true);
  expect((await stored(message)).status).toBe('sent');
});
