import type { Activity } from '../activities/activity.ts';
import { endOfDay } from '../core/local-day.ts';
import type { Task } from '../tasks/task.ts';
import type { DealClock } from './idle.ts';

/** What an activity or a task says to a deal's clock: it happened, it is planned, or it is nothing to it (any more). */
export type Touch = {
  id: string;
  kind: string;
  happenedAt?: string;
  planned?: { at: string; resets: boolean };
};

/** Clocks compare moments as text, so that all of them must be written alike. */
const written = (at: string) => new Date(at).toISOString();

/** A page that somebody looked at is nothing that anybody did about a deal. */
export const isOfDeals = ({ kind }: Pick<Activity, 'kind'>) => kind !== 'page_view';

/** An activity whose time had not come when it was written is planned. */
export function touchOfActivity({ id, kind, at, updatedAt }: Activity): Touch {
  if (!isOfDeals({ kind })) return { id, kind };
  const moment = written(at);
  return moment > written(updatedAt)
    ? { id, kind, planned: { at: moment, resets: true } }
    : { id, kind, happenedAt: moment };
}

/**
 * A task of a person suspends idleness until its day is over where the workspace is; one that is done is something that
 * happened. The task that idleness made is nobody's plan.
 */
export function touchOfTask(task: Task, timeZone: string): Touch {
  const { id, status, completedAt, dueOn, origin } = task;
  const base = { id, kind: 'task' };
  if (status === 'done') return { ...base, happenedAt: written(completedAt ?? task.updatedAt) };
  if (origin === 'idle_deal' || !dueOn) return base;
  return { ...base, planned: { at: endOfDay(dueOn, timeZone), resets: false } };
}

const mostPlanned = 50;
/** Only the latest plans decide, so that those which are too many are the soonest. */
const bounded = (planned: DealClock['planned']): DealClock['planned'] =>
  Object.fromEntries(
    Object.entries(planned)
      .toSorted(([, a], [, b]) => (a.at < b.at ? 1 : -1))
      .slice(0, mostPlanned),
  );

function plannedAfter({ planned }: DealClock, touch: Touch): DealClock['planned'] {
  const { [touch.id]: old, ...others } = planned;
  if (!touch.planned) return old ? others : planned;
  const { at, resets } = touch.planned;
  if (old?.at === at && old.resets === resets) return planned;
  return bounded({ ...others, [touch.id]: { at, resets, kind: touch.kind } });
}

function lastAfter({ last }: DealClock, { id, kind, happenedAt }: Touch): DealClock['last'] {
  if (!happenedAt || (last && last.at >= happenedAt)) return last;
  return { at: happenedAt, kind, id };
}

/**
 * The clock after a touch: the last moment only ever moves on, the plan of this id is what the touch says. The very same
 * clock where it says nothing new, so that a touch may come twice and in any order.
 */
export function touched(clock: DealClock, touch: Touch): DealClock {
  const last = lastAfter(clock, touch);
  const planned = plannedAfter(clock, touch);
  if (last === clock.last && planned === clock.planned) return clock;
  return { ...clock, last, planned, version: clock.version + 1 };
}

/** The clock of a deal that the activity or task is nothing to any more. */
export const released = (clock: DealClock, id: string) => touched(clock, { id, kind: '' });
