import { type Activity, activityRecord, type MailFate } from '../activities/activity.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import type { Feedback } from './message.ts';

const names = ['openedAt', 'clickedAt', 'bouncedAt', 'complainedAt', 'rejectedAt'] as const;

/** What a timeline shows of a mail's feedback; undefined where that is nothing. */
export function fateOf(feedback: Feedback = {}): MailFate | undefined {
  const known = names.flatMap((name) => (feedback[name] ? [[name, feedback[name]]] : []));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** Whether a timeline shows something that it did not show before. A first moment that turns out to be earlier is no news. */
export const isFateNew = (before: Feedback = {}, after: Feedback = {}): boolean =>
  names.some((name) => after[name] !== undefined && before[name] === undefined);

/** The line of a mail with what became of it; undefined where the line lost its mail to an erasure, or lies in the trash. */
export function withFate(activity: Activity, feedback: Feedback, now: string): Kept<Activity> | undefined {
  const { mail, deletedAt } = activity;
  const fate = fateOf(feedback);
  if (!mail || deletedAt || !fate) return undefined;
  const after = nextVersion(activity, { mail: { ...mail, fate } }, now);
  return { of: activityRecord, before: activity, after, events: [] };
}
