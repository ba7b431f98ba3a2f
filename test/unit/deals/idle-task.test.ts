import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/activities/activity.ts';
import { idleReason, type LastSeen, lastWords, makeIdleTask } from '../../../shared/deals/idle-task.ts';
import { defaultStages, type Stage } from '../../../shared/deals/pipeline.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { monday, noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aContext } from '../../helpers/context.ts';

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

describe('makeIdleTask', () => {
  const idle = {
    deal: aDeal({ stageEnteredAt: monday }),
    clock: { version: 4, planned: {} },
    stage: proposal,
    last: undefined,
    ownerId: undefined,
  };
  it('names the idleness by the moment from which it is counted', () => {
    const { clock } = makeIdleTask({ ...idle, timeZone: 'UTC' }, aContext());
    expect(clock).toEqual({ version: 5, planned: {}, idleFor: monday });
  });

  it('is due on the day that it is where the workspace is', () => {
    const { task } = makeIdleTask({ ...idle, timeZone: 'Pacific/Kiritimati' }, aContext({ now: noon }));
    expect(task.after).toMatchObject({ dueOn: '2026-11-23', origin: 'idle_deal', status: 'open' });
  });

  it('has a title that a task may have, whatever the deal’s name', () => {
    const deal = aDeal({ name: 'x'.repeat(200) });
    const { task } = makeIdleTask({ ...idle, deal, timeZone: 'UTC' }, aContext());
    expect(task.after.title.length).toBeLessThanOrEqual(300);
  });
});
