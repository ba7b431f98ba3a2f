import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/activities/activity.ts';
import { idleReason, type LastSeen, lastWords } from '../../../shared/deals/idle-words.ts';
import { defaultStages, type Stage } from '../../../shared/deals/pipeline.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { monday } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';

const proposal = defaultStages[2] as Stage;
const mail = (direction: Activity['direction']) =>
  anActivity({
    kind: 'email',
    direction,
    mail: {
      threadId: 'th_1',
      from: 'ada@example.com',
      to: ['sales@acme.test', 'ben@acme.test'],
      attachments: [],
    },
  });

describe('what last happened', () => {
  it.each<[LastSeen, string]>([
    [{ kind: 'call', activity: anActivity(), who: 'Ann Archer' }, 'call by Ann Archer'],
    [{ kind: 'meeting', activity: anActivity({ kind: 'meeting' }) }, 'meeting'],
    [{ kind: 'form_submission' }, 'form submission'],
    [{ kind: 'email', activity: mail('inbound') }, 'mail from the contact'],
    [{ kind: 'email', activity: mail('outbound'), who: 'Ann' }, 'mail to the contact'],
    [{ kind: 'email' }, 'mail'],
    [{ kind: 'task', task: aTask({ title: 'Send the offer' }) }, 'done: Send the offer'],
    [{ kind: 'task' }, 'a task that was done'],
  ])('%# is said in a few words: %s', (last, words) => {
    expect(lastWords(last)).toBe(words);
  });
});

describe('the reason of the task', () => {
  const moved = aDeal({ stageTimes: { new: { firstEnteredAt: monday, entered: 2, totalMs: 1 } } });
  it.each<[string, string]>([
    [
      idleReason(aDeal(), proposal, 12, { kind: 'email', activity: mail('inbound') }),
      '12 days idle in Proposal; last: mail from the contact',
    ],
    [idleReason(aDeal(), proposal, 1, undefined), '1 day idle in Proposal; nothing has happened yet'],
    [
      idleReason(moved, proposal, 3, undefined),
      '3 days idle in Proposal; nothing has happened since it was moved there',
    ],
  ])('%s', (reason, words) => {
    expect(reason).toBe(words);
  });
});
