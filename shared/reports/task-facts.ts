import { overAt } from '../core/day.ts';
import type { Counters } from '../core/projection.ts';
import type { Task } from '../tasks/task.ts';
import { cubePk, type Fact, ownersCounters } from './cube.ts';

export const taskCube = 'TASK';
/** Where cells say how it stands, not what happened in a month; it sorts behind all months. */
export const present = 'now';

/** When an open task is overdue, if it is not yet done: its day is over everywhere then (ISO 8601 UTC). */
export const overdueAt = ({ status, dueOn }: Pick<Task, 'status' | 'dueOn'>): string | undefined =>
  status === 'open' && dueOn ? overAt(dueOn) : undefined;

function factOf(task: Task, now: string): Fact | undefined {
  if (task.status === 'done')
    return task.completedAt
      ? { month: task.completedAt.slice(0, 7), measures: { done: 1 }, values: {} }
      : undefined;
  const at = overdueAt(task);
  return { month: present, measures: { open: 1, ...(at && at <= now && { overdue: 1 }) }, values: {} };
}

/** A task under its owner: `done` in the month (UTC) in which it was, else at present `open`, and `overdue` once its day is over everywhere. */
export function taskCells(task: Task, now: string): Counters {
  const fact = factOf(task, now);
  return ownersCounters(cubePk(task.workspaceId, taskCube), task.ownerId, fact ? [fact] : []);
}
