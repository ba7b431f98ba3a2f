import type { Activity } from '../activities/activity.ts';
import type { Context } from '../core/actor.ts';
import { localDate } from '../core/local-day.ts';
import type { Kept } from '../core/record.ts';
import { clip } from '../core/text.ts';
import { createTask, type Task } from '../tasks/task.ts';
import type { Deal } from './deal.ts';
import { wholeDays } from './deal-card.ts';
import { dealIdle } from './deal-events.ts';
import { type DealClock, idleBase } from './idle.ts';
import type { Stage } from './pipeline.ts';

/** What is known of the last thing that happened: its record where it is still there, and the name of who logged it. */
export type LastSeen = {
  kind: string;
  activity?: Activity | undefined;
  task?: Task | undefined;
  who?: string | undefined;
};

const by = (what: string, who: string | undefined) => (who ? `${what} by ${who}` : what);

/** Without an address: the task's note is for everybody who sees the task, and a role may hide addresses. */
function mailWords({ mail, direction }: Activity): string {
  if (!mail) return 'mail';
  return direction === 'outbound' ? 'mail to the contact' : 'mail from the contact';
}

/** The last thing that happened in a few words: "mail from the contact", "call by Ann". */
export function lastWords({ kind, activity, task, who }: LastSeen): string {
  if (kind === 'task') return task ? `done: ${task.title}` : 'a task that was done';
  if (kind === 'email') return activity ? mailWords(activity) : 'mail';
  return by(kind.replaceAll('_', ' '), who);
}

const isMoved = ({ stageTimes }: Deal) => {
  const times = Object.values(stageTimes);
  return times.length > 1 || times.some(({ entered }) => entered > 1);
};

const mostReason = 1000;
/** Why the task is there: how long the deal is idle, where, and what last happened. */
export function idleReason(deal: Deal, stage: Stage, days: number, last: LastSeen | undefined): string {
  const since = isMoved(deal) ? 'nothing has happened since it was moved there' : 'nothing has happened yet';
  const idle = `${days} ${days === 1 ? 'day' : 'days'} idle in ${stage.name}`;
  return clip(`${idle}; ${last ? `last: ${lastWords(last)}` : since}`, mostReason);
}

export type IdleDeal = {
  deal: Deal;
  clock: DealClock;
  stage: Stage;
  last: LastSeen | undefined;
  /** The deal's owner, else the contact's. */
  ownerId: string | undefined;
  timeZone: string;
};

/** The task that an idleness makes, due the day that it is made, and the clock that names this idleness from then on. */
export function makeIdleTask(
  { deal, clock, stage, last, ownerId, timeZone }: IdleDeal,
  context: Context,
): { task: Kept<Task>; clock: DealClock } {
  const base = idleBase(deal, clock);
  const made = createTask(
    {
      title: `${last ? 'Call again' : 'Call'}: ${deal.name}`,
      note: idleReason(deal, stage, wholeDays(base, context.now), last),
      dueOn: localDate(context.now, timeZone),
      ownerId,
      contactId: deal.contactId,
      dealId: deal.id,
    },
    context,
    { origin: 'idle_deal' },
  );
  const task = { ...made, events: [dealIdle({ dealId: deal.id, taskId: made.after.id })] };
  return { task, clock: { ...clock, idleFor: base, version: clock.version + 1 } };
}
