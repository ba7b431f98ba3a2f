import { describe, expect, it } from 'vitest';
import { type Message, queueMessage } from '../../../shared/mail/message.ts';
import {
  cancelMessage,
  confirm,
  doubt,
  hasTime,
  nextStep,
  resolveMessage,
  retryAfterS,
  rewriteMessage,
  sendTimeoutS,
} from '../../../shared/mail/sending.ts';
import { unsettledAt } from '../../../shared/mail/unsettled.ts';
import { noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const secondsOn = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();
const words = { subject: 's', text: 't', html: 'h', to: 'ada@example.com' };
const queued = queueMessage({ claim: 'c', purpose: 'welcome', ...words }, aContext()).after;
const from = 'hello@acme.test';
function taken() {
  const step = nextStep(queued, { now: noon, from });
  if (step.do !== 'send') throw new Error(step.do);
  return step.change.after;
}

it('a lease outlives the function that has it', () => {
  expect(nextStep(taken(), { now: secondsOn(sendTimeoutS), from }).do).toBe('wait');
  expect(nextStep(taken(), { now: secondsOn(sendTimeoutS + 60), from }).do).toBe('doubt');
});

it('a run that stood still too long gives nothing to SES any more', () => {
  expect(hasTime(taken(), secondsOn(1), 10_000)).toBe(true);
  expect(hasTime(taken(), secondsOn(sendTimeoutS + 5), 10_000)).toBe(false);
});

it('what is sent, failed, doubtful or skipped is left alone', () => {
  for (const status of ['sent', 'failed', 'doubtful', 'skipped'] as const)
    expect(nextStep({ ...queued, status }, { now: noon, from })).toEqual({ do: 'nothing' });
});

describe('a scheduled mail', () => {
  const leaving = (seconds: number) =>
    queueMessage({ claim: 'c', purpose: 'personal', ...words, sendAt: secondsOn(seconds) }, aContext());
  const stepAt = (message: Message, seconds: number) => nextStep(message, { now: secondsOn(seconds), from });

  it('has an event where it leaves within two minutes, and is else the due index’s to wake', () => {
    for (const seconds of [10, 120]) expect(leaving(seconds).events).toHaveLength(1);
    expect(leaving(121).events).toEqual([]);
    expect(unsettledAt(leaving(121).after)).toBe(secondsOn(121));
    expect(unsettledAt(leaving(10).after)).toBe(secondsOn(10 + 900));
  });

  it('is taken at its moment and not before', () => {
    const { after: soon } = leaving(10);
    expect(stepAt(soon, 4)).toMatchObject({ do: 'wait', seconds: 6 });
    expect(stepAt(soon, 10).do).toBe('send');
    expect(stepAt(leaving(3600).after, 3599)).toEqual({ do: 'nothing' });
    expect(stepAt(leaving(3600).after, 3600).do).toBe('send');
  });

  it('can be taken back and said anew until it is taken', () => {
    const by = aContext({ now: secondsOn(2) });
    const { after: soon } = leaving(10);
    const cancelled = cancelMessage(soon, by)?.after as Message;
    expect(cancelled.status).toBe('cancelled');
    expect(cancelMessage(cancelled, by)).toBeUndefined();
    expect(() => rewriteMessage(cancelled, { text: 'x' }, by)).toThrow('changed no more');
    expect(() => cancelMessage(taken(), by)).toThrow('changed no more');
    const sooner = rewriteMessage(leaving(3600).after, { sendAt: secondsOn(60) }, by);
    expect(sooner.events).toMatchObject([{ type: 'mail.queued' }]);
    expect(rewriteMessage(soon, { sendAt: secondsOn(3600) }, by).events).toEqual([]);
  });

  it('that came back for now is given up as the bounced one that it is', () => {
    const bounced = { ...leaving(3600).after, sentAt: noon };
    expect(cancelMessage(bounced, aContext())?.after.status).toBe('sent');
    expect(() => rewriteMessage(bounced, { text: 'x' }, aContext())).toThrow('changed no more');
  });
});

it('a mail is confirmed once', () => {
  const sent = confirm(doubt(taken(), 'x', noon).after, { now: noon, sesMessageId: 'ses-1' })?.after;
  expect(sent).toMatchObject({ status: 'sent', sesMessageId: 'ses-1', sentAt: noon });
  expect(sent && confirm(sent, { now: noon })).toBeUndefined();
});

it('only what is in doubt or failed waits for a person’s word', () => {
  const by = aContext();
  for (const status of ['queued', 'sent', 'skipped'] as const)
    for (const sent of [true, false])
      expect(() => resolveMessage({ ...queued, status }, sent, by)).toThrow('nothing to resolve');
  expect(() => resolveMessage(taken(), false, by)).toThrow('nothing to resolve');
  expect(() => resolveMessage({ ...queued, status: 'failed' }, true, by)).toThrow('nothing to resolve');
  expect(resolveMessage({ ...queued, status: 'failed' }, false, by).after.status).toBe('queued');
  expect(resolveMessage(taken(), true, aContext({ now: secondsOn(90) })).after.status).toBe('sent');
});

it('SES is asked again ever later, up to fifteen minutes', () => {
  const waits = [1, 2, 3, 4, 9].map((attempts) => retryAfterS({ ...queued, attempts }, 1));
  expect(waits).toEqual([15, 30, 60, 120, 900]);
  expect(retryAfterS({ ...queued, attempts: 1 }, 0)).toBe(8);
});
