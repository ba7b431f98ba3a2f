import type { Activity } from '../activities/activity.ts';
import { clip } from '../core/text.ts';
import type { Task } from '../tasks/task.ts';
import type { Deal } from './deal.ts';
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
