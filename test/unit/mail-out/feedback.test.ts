import { describe, expect, it } from 'vitest';
import { withFeedback } from '../../../shared/mail/feedback.ts';
import { fateOf, isFateNew, withFate } from '../../../shared/mail/mail-fate.ts';
import { type Message, mostCounted, queueMessage } from '../../../shared/mail/message.ts';
import { confirm, doubt, fail, moved, nextStep, putBack } from '../../../shared/mail/sending.ts';
import { toldBy } from '../../../shared/mail/ses-event.ts';
import { settleUnsettled, unsettledAt } from '../../../shared/mail/unsettled.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { contactId, noon } from '../../fixtures/ids.ts';
import { aSesEvent, type SesDetailType } from '../../fixtures/ses-event.ts';
import { aContext } from '../../helpers/context.ts';

const words = { subject: 's', text: 't', html: 'h', to: 'ada@example.com', contactId };
const queued = queueMessage({ claim: 'c', purpose: 'personal', ...words }, aContext()).after;
/** SES took it under this id. */
function sent(message: Message = queued, sesMessageId = 'ses-1', now = noon): Message {
  const step = nextStep({ ...message, sendAt: undefined }, { now, from: 'hello@acme.test' });
  if (step.do !== 'send') throw new Error(step.do);
  return confirm(step.change.after, { now, sesMessageId })?.after as Message;
}
const hoursOn = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
type More = Parameters<typeof aSesEvent>[1];
function told(message: Message, type: SesDetailType, more: Partial<More> = {}) {
  const one = toldBy(aSesEvent(type, { messageId: message.id, ...more }));
  if (!one) throw new Error('not ours');
  return withFeedback(message, one, more.at ?? noon);
}
const typesOf = (change: ReturnType<typeof told>) => change?.events.map(({ type }) => type);

describe('opens and clicks', () => {
  it('count distinct moments, whatever the order and however often SES tells them', () => {
    const moments = [hoursOn(2), hoursOn(1), hoursOn(2), hoursOn(3), hoursOn(1)];
    const all = moments.reduce((one, at) => told(one, 'Email Opened', { at })?.after ?? one, sent());
    const reverse = moments
      .toReversed()
      .reduce((one, at) => told(one, 'Email Opened', { at })?.after ?? one, sent());
    expect(all.feedback).toEqual({ openedAt: hoursOn(1), lastOpenedAt: hoursOn(3), opens: 3 });
    expect(reverse.feedback).toEqual(all.feedback);
    expect(told(all, 'Email Opened', { at: hoursOn(2) })).toBeUndefined();
    expect(told(all, 'Email Clicked', { at: hoursOn(2) })?.after.feedback).toMatchObject({
      clickedAt: hoursOn(2),
      clicks: 1,
      opens: 3,
    });
  });

  it('are noted up to a bound, behind which nothing is written any more', () => {
    let message = sent();
    for (let n = 1; n <= mostCounted; n++)
      message = told(message, 'Email Opened', { at: hoursOn(n) })?.after as Message;
    expect(message.feedback?.opens).toBe(mostCounted);
    expect(told(message, 'Email Opened', { at: hoursOn(99) })).toBeUndefined();
  });

  it('are told to others once, of a contact alone', () => {
    const first = told(sent(), 'Email Opened');
    expect(first?.events).toMatchObject([
      { type: 'mail.opened', data: { messageId: queued.id, purpose: 'personal', contactId } },
    ]);
    expect(typesOf(told(first?.after as Message, 'Email Opened', { at: hoursOn(1) }))).toEqual([]);
    expect(typesOf(told(first?.after as Message, 'Email Clicked'))).toEqual(['mail.clicked']);
    const { contactId: _, ...ours } = sent();
    expect(typesOf(told(ours, 'Email Opened'))).toEqual([]);
  });
});

describe('a mail that comes back for now', () => {
  it('is tried again after 1, 4 and 24 hours, then stays bounced, and each bounce counts once', () => {
    const waits: number[] = [];
    let message = sent();
    for (let attempt = 1; attempt <= 4; attempt++) {
      const at = hoursOn(attempt * 100);
      const sesMessageId = `ses-${attempt}`;
      const change = told(message, 'Email Bounced', { sesMessageId, at });
      const bounced = change?.after as Message;
      expect(told(bounced, 'Email Bounced', { sesMessageId, at })).toBeUndefined();
      if (bounced.status !== 'scheduled') {
        expect([attempt, bounced.status, typesOf(change)]).toEqual([4, 'sent', ['mail.bounced']]);
        break;
      }
      expect(typesOf(change)).toEqual([]);
      const due = unsettledAt(bounced) ?? '';
      waits.push((Date.parse(due) - Date.parse(at)) / 3_600_000);
      const woken = settleUnsettled(bounced, due);
      expect(woken.events).toMatchObject([{ type: 'mail.queued' }]);
      message = sent(woken.after, `ses-${attempt + 1}`, due);
    }
    expect(waits).toEqual([1, 4, 24]);
    expect(message).toMatchObject({ attempts: 4, sentAt: noon }); // the timeline has one line, where it stood
  });

  it.each(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'])(
    'for what would be the same again (%s) is not tried again',
    (subType) => {
      const change = told(sent(), 'Email Bounced', { bounce: ['Transient', subType] });
      expect([change?.after.status, typesOf(change)]).toEqual(['sent', ['mail.bounced']]);
    },
  );

  it('after a server had taken it is not sent to it again', () => {
    const delivered = told(sent(), 'Email Delivered')?.after as Message;
    expect(told(delivered, 'Email Bounced')?.after.status).toBe('sent');
    const bounced = told(sent(), 'Email Bounced')?.after as Message;
    expect(bounced.status).toBe('scheduled');
    const late = told(bounced, 'Email Delivered')?.after;
    expect([late?.status, late?.sendAt]).toEqual(['sent', undefined]);
  });

  it('and is in doubt at its next attempt is not proved by what SES tells of the first', () => {
    const bounced = told(sent(), 'Email Bounced')?.after as Message;
    const woken = settleUnsettled(bounced, hoursOn(1)).after;
    const step = nextStep(woken, { now: hoursOn(1), from: 'hello@acme.test' });
    const sending = step.do === 'send' ? step.change.after : woken;
    expect(told(sending, 'Email Delivery Delayed')?.after.status).toBe('sending');
    expect(told(sending, 'Email Delivered', { sesMessageId: 'ses-2' })?.after.status).toBe('sent');
  });

  it('and arrives while its next attempt waits, or fails for now, is not sent again', () => {
    const bounced = told(sent(), 'Email Bounced')?.after as Message;
    const woken = settleUnsettled(bounced, hoursOn(1)).after;
    for (const status of ['queued', 'doubtful', 'failed'] as const) {
      const late = told({ ...woken, status }, 'Email Delivered', { at: hoursOn(1) })?.after;
      expect(late?.status).toBe('sent');
    }
    const step = nextStep(woken, { now: hoursOn(1), from: 'hello@acme.test' });
    const sending = step.do === 'send' ? step.change.after : woken;
    const arrived = told(sending, 'Email Opened', { at: hoursOn(1) })?.after as Message;
    expect(arrived.status).toBe('sending');
    for (const cameTo of [putBack, doubt, fail])
      expect(cameTo(arrived, 'x', hoursOn(1)).after).toMatchObject({ status: 'sent', sentAt: noon });
    const { after: waiting } = moved(arrived, 'queued', {}, hoursOn(1));
    const next = nextStep(waiting, { now: hoursOn(2), from: 'hello@acme.test' });
    expect(next).toMatchObject({ do: 'settle', change: { after: { status: 'sent' } } });
  });

  it('keeps its next attempt where its sender hears late that SES took the first', () => {
    const bounced = told(sent(), 'Email Bounced')?.after as Message;
    expect(confirm(bounced, { now: hoursOn(0.1), sesMessageId: 'ses-1' })).toBeUndefined();
  });

  it('is woken at its moment, whatever SES tells shortly before', () => {
    const bounced = told(sent(), 'Email Bounced')?.after as Message;
    const delayed = told(bounced, 'Email Delivery Delayed', { at: hoursOn(0.99) })?.after as Message;
    expect([delayed.status, unsettledAt(delayed)]).toEqual(['scheduled', hoursOn(1)]);
    expect(nextStep(delayed, { now: hoursOn(0.99), from: 'hello@acme.test' })).toEqual({ do: 'nothing' });
  });

  it('for good is tried no more', () => {
    const change = told(sent(), 'Email Bounced', { bounce: ['Permanent', 'General'] });
    expect([change?.after.status, typesOf(change)]).toEqual(['sent', ['mail.refused', 'mail.bounced']]);
  });
});

it('a delay is noted, and changes nothing else', () => {
  const change = told(sent(), 'Email Delivery Delayed');
  expect(change?.after).toMatchObject({ status: 'sent', feedback: { delayedAt: noon } });
  expect(typesOf(change)).toEqual([]);
});

describe('the timeline', () => {
  const mail = { threadId: 'th_01K00000000000000000000000', from: 'a@b.c', to: ['d@e.f'], attachments: [] };
  it('shows the first open, click, bounce and complaint', () => {
    const feedback = { deliveredAt: noon, openedAt: noon, opens: 2 };
    expect(fateOf(feedback)).toEqual({ openedAt: noon });
    expect(fateOf({ deliveredAt: noon })).toBeUndefined();
    expect(fateOf({ rejectedAt: noon })).toEqual({ rejectedAt: noon });
    expect(isFateNew({ openedAt: noon }, { openedAt: noon, opens: 2 })).toBe(false);
    const line = anActivity({ kind: 'email', mail });
    expect(withFate(line, feedback, noon)?.after.mail).toEqual({ ...mail, fate: { openedAt: noon } });
  });
  it('is left alone once the line was erased or deleted', () => {
    expect(withFate(anActivity({ kind: 'email' }), { openedAt: noon }, noon)).toBeUndefined();
    const gone = anActivity({ kind: 'email', mail, deletedAt: noon });
    expect(withFate(gone, { openedAt: noon }, noon)).toBeUndefined();
  });
});
