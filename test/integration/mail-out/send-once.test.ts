import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findThread } from '../../../shared/mail/thread-store.ts';
import { threadOfReplyAddress } from '../../../shared/platform/reply-address.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { dying } from './mortal.ts';
import {
  allActivities,
  aQueued,
  endLease,
  eventsOf,
  postponed,
  sendOne,
  stored,
  useOutgoing,
} from './outgoing.ts';
import { type Behaviour, type Ses, startSes } from './ses-double.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
});
const sesWill = (...script: Behaviour[]) => ses.state.script.push(...script);

describe('a mail that SES takes', () => {
  it('is sent, logged on the timeline, and threaded on the id that SES gave', async () => {
    const message = await aQueued();
    expect(await sendOne(message)).toBe(true);
    const [mail] = ses.state.mails;
    expect(mail).toMatchObject({
      destinations: ['ada@example.com'],
      set: 'mail',
      tags: { 'rapport-workspace': acme, 'rapport-message': message.id },
    });
    expect(await stored(message)).toMatchObject({ status: 'sent', sesMessageId: mail?.id, attempts: 1 });
    expect(await allActivities()).toMatchObject([
      {
        kind: 'email',
        direction: 'outbound',
        contactId,
        subject: 'Hello',
        mail: { threadId: message.threadId },
      },
    ]);
    for (const domain of ['email.amazonses.com', 'EU-West-1.amazonses.com'])
      expect(await findThread(acme, [`<${mail?.id}@${domain}>`])).toMatchObject({
        threadId: message.threadId,
      });
  });

  it('goes to a domain of other letters by its name in DNS: SES takes no other', async () => {
    const message = await aQueued({ to: 'ada@müller.example' });
    await sendOne(message);
    expect(ses.state.mails.map(({ destinations }) => destinations)).toEqual([['ada@xn--mller-kva.example']]);
    expect(await stored(message)).toMatchObject({ to: 'ada@müller.example', status: 'sent' });
  });

  it('says who wrote it, where an answer goes, and that no person did', async () => {
    const message = await aQueued({ inReplyTo: '<first@customer.example>' });
    await sendOne(message);
    const { from, replyTo, subject, headers, inReplyTo, references } = await ses.read(ses.state.mails[0]);
    expect(from).toMatchObject({ name: 'Acme', address: 'hello@acme.test' });
    const [local = '', domain] = (replyTo?.[0]?.address ?? '').split('@');
    expect(domain).toBe('in.acme.test');
    expect(await threadOfReplyAddress(acme, local)).toBe(message.threadId);
    const first = '<first@customer.example>';
    expect([subject, inReplyTo, references]).toEqual(['Hello', first, first]);
    const header = (key: string) => headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-replied');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('x-rapport-message')).toBe(message.id);
  });
});

describe('however often the function runs', () => {
  it('gives the mail to SES once when twenty runs meet', async () => {
    const message = await aQueued();
    await Promise.all(Array.from({ length: 20 }, () => sendOne(message)));
    expect(ses.state.calls).toBe(1);
    expect(await sendOne(message)).toBe(true);
    expect(ses.state.calls).toBe(1);
    expect(await allActivities()).toHaveLength(1);
  });

  it('waits for a run that is at it until its lease ends', async () => {
    const message = await aQueued();
    let answer = () => {};
    sesWill({ wait: new Promise<void>((resume) => (answer = resume)) });
    const first = sendOne(message);
    await expect.poll(() => ses.state.calls).toBe(1);
    expect(await sendOne(message)).toBe(false);
    expect(postponed()[0]).toBeGreaterThan(20);
    expect(postponed()[0]).toBeLessThan(40);
    answer();
    expect(await first).toBe(true);
    expect(await sendOne(message)).toBe(true);
    expect(ses.state.calls).toBe(1);
  });

  it.each(['before', 'behind'] as const)(
    'sends at most once, and loses no mail, when the process dies %s any of its calls',
    async (when) => {
      const outcomes = new Set<string>();
      for (let n = 0, died = true; died; n++) {
        ses.reset();
        const message = await aQueued();
        died = await dying({ at: (calls) => calls === n, when }, () => sendOne(message));
        await endLease(message);
        for (let run = 0; run < 3; run++) await sendOne(message);
        const { status } = await stored(message);
        const given = ses.state.calls;
        const logged = (await allActivities()).filter(({ id }) => id === `ac_${message.id.slice(3)}`).length;
        outcomes.add(`${status}, given ${given}, logged ${logged}`);
        expect(n).toBeLessThan(20);
      }
      const possible = [
        'sent, given 1, logged 1',
        'doubtful, given 1, logged 0',
        'doubtful, given 0, logged 0',
      ];
      expect([...outcomes].filter((outcome) => !possible.includes(outcome))).toEqual([]);
      expect(outcomes.size).toBeGreaterThan(1);
    },
  );
});

describe('a death between SES and the table', () => {
  it('leaves a mail that is doubtful, listed, and never sent again by itself', async () => {
    const message = await aQueued();
    const sesHasIt = () => ses.state.mails.length === 1;
    expect(await dying({ at: sesHasIt, when: 'before' }, () => sendOne(message))).toBe(true);
    await endLease(message);
    await sendOne(message);
    const { status, reason } = await stored(message);
    expect({ status, reason }).toEqual({ status: 'doubtful', reason: 'interrupted' });
    expect(await eventsOf('mail.doubtful')).toMatchObject([{ data: { messageId: message.id } }]);
    await sendOne(message);
    expect(ses.state.calls).toBe(1);
  });

  it('is not mistaken for one when only the run was slow: what SES took is sent', async () => {
    const message = await aQueued();
    let answer = () => {};
    sesWill({ wait: new Promise<void>((resume) => (answer = resume)) });
    const slow = sendOne(message);
    await expect.poll(() => ses.state.calls).toBe(1);
    await endLease(message);
    await sendOne(message);
    expect(await stored(message)).toMatchObject({ status: 'doubtful' });
    answer();
    expect(await slow).toBe(true);
    expect(await stored(message)).toMatchObject({ status: 'sent' });
    expect([ses.state.calls, (await allActivities()).length]).toEqual([1, 1]);
  });
});

describe('when SES does not say yes', () => {
  it('sends one mail after throttling', async () => {
    const message = await aQueued();
    sesWill('throttle', 'throttle');
    expect(await sendOne(message)).toBe(true);
    expect(ses.state.mails).toHaveLength(1);
    expect(await stored(message)).toMatchObject({ status: 'sent' });
  });

  it('puts the mail back and asks for it later when throttling goes on', async () => {
    const message = await aQueued();
    sesWill('throttle', 'throttle', 'throttle', 'throttle');
    expect(await sendOne(message)).toBe(false);
    expect(await stored(message)).toMatchObject({ status: 'queued', reason: 'Throttling', attempts: 1 });
    expect(postponed()).toHaveLength(1);
    expect(await sendOne(message)).toBe(true);
    expect(ses.state.mails).toHaveLength(1);
    expect(await stored(message)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('keeps the mail while sending is paused', async () => {
    const message = await aQueued();
    sesWill('pause');
    expect(await sendOne(message)).toBe(false);
    expect(await stored(message)).toMatchObject({ status: 'queued' });
  });

  it('lists what SES will never take as failed, and asks no more', async () => {
    const message = await aQueued();
    sesWill('reject');
    expect(await sendOne(message)).toBe(true);
    expect(await stored(message)).toMatchObject({ status: 'failed', reason: 'MessageRejected' });
    await sendOne(message);
    expect(ses.state.calls).toBe(1);
  });

  it.each(['accept_then_hang_up', 'hang_up', 'internal_failure'] as const)(
    'doubts the mail, and does not send again, after %s',
    async (behaviour) => {
      const message = await aQueued();
      sesWill(behaviour);
      expect(await sendOne(message)).toBe(true);
      expect(await stored(message)).toMatchObject({ status: 'doubtful' });
      await sendOne(message);
      expect(ses.state.calls).toBe(1);
    },
  );

  it('keeps the mail when SES cannot be reached at all', async () => {
    const message = await aQueued();
    await ses.stop(); // for good: the last test of this file
    expect(await sendOne(message)).toBe(false);
    expect(await stored(message)).toMatchObject({ status: 'queued', reason: 'ECONNREFUSED' });
  });
});
