import { expect, it } from 'vitest';
import { queueMessage } from '../../../shared/mail/message.ts';
import {
  confirm,
  doubt,
  hasTime,
  nextStep,
  resolveMessage,
  retryAfterS,
  sendTimeoutS,
} from '../../../shared/mail/sending.ts';
import { noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const after = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();
const words = { subject: 's', text: 't', html: 'h', to: 'ada@example.com' };
const queued = queueMessage({ claim: 'c', purpose: 'welcome', ...words }, aContext()).after;
const from = 'hello@acme.test';
function taken() {
  const step = nextStep(queued, { now: noon, from });
  if (step.do !== 'send') throw new Error(step.do);
  return step.change.after;
}

it('a lease outlives the function that has it', () => {
  expect(nextStep(taken(), { now: after(sendTimeoutS), from }).do).toBe('wait');
  expect(nextStep(taken(), { now: after(sendTimeoutS + 60), from }).do).toBe('doubt');
});

it('a run that stood still too long gives nothing to SES any more', () => {
  expect(hasTime(taken(), after(1), 10_000)).toBe(true);
  expect(hasTime(taken(), after(sendTimeoutS + 5), 10_000)).toBe(false);
});

it('what is sent, failed, doubtful or skipped is left alone', () => {
  for (const status of ['sent', 'failed', 'doubtful', 'skipped'] as const)
    expect(nextStep({ ...queued, status }, { now: noon, from })).toEqual({ do: 'nothing' });
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
  expect(resolveMessage(taken(), true, aContext({ now: after(90) })).after.status).toBe('sent');
});

it('SES is asked again ever later, up to fifteen minutes', () => {
  const waits = [1, 2, 3, 4, 9].map((attempts) => retryAfterS({ ...queued, attempts }, 1));
  expect(waits).toEqual([15, 30, 60, 120, 900]);
  expect(retryAfterS({ ...queued, attempts: 1 }, 0)).toBe(8);
});
