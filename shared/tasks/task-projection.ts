import { dueEntry } from '../core/due.ts';
import { type Entry, nameOf, type Projection } from '../core/projection.ts';
import { scopedPks, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries, relatedPk, statePk } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { overdueAt, taskCells } from '../reports/task-facts.ts';
import { searchEntries } from '../search/search-entries.ts';
import { remindDueAt, Task } from './task.ts';
import { taskTexts } from './task-search.ts';

/** TASK-2: tasks that are open, or done, in the order in which they are worked off. */
export const tasksPk = (workspaceId: string, status: Task['status']) =>
  statePk(workspaceId, 'task', 'status', status);
/** TASK-3, TASK-4: the tasks of a deal, of a contact, of a company. */
export const recordTasksPk = (workspaceId: string, kind: 'deal' | 'contact' | 'company', id: string) =>
  relatedPk(workspaceId, { kind, id }, 'task');

const noDate = '~'; // behind every date
/** Open ones by their due date, those without one last; done ones by the moment they were done. */
const workKey = ({ status, dueOn = noDate, createdAt, completedAt }: Task) =>
  status === 'open' ? `${dueOn}#${createdAt}` : String(completedAt);
/** Among all: what is open before what is done. */
export const ordersOf = (task: Task) => ({ due: `${task.status === 'open' ? 0 : 1}#${workKey(task)}` });

/** When its owner is told of it, and when it will be overdue. */
function dueEntries(task: Task, now: string): Entry[] {
  const { workspaceId, id } = task;
  const [remindAt, lateAt] = [remindDueAt(task), overdueAt(task)];
  return [
    ...(remindAt ? [dueEntry(remindAt, 'task_reminder', workspaceId, 'task', id)] : []),
    ...(lateAt && lateAt > now ? [dueEntry(lateAt, 'task_overdue', workspaceId, 'task', id)] : []),
  ];
}

export const taskProjection: Projection = trashable({
  definition: 7,
  borrows: (record) => teamBorrowed(Task.parse(record)),
  project({ record, borrowed, now }) {
    const task = Task.parse(record);
    const { workspaceId, ownerId, dealId, contactId, companyId, id, status } = task;
    const [team] = teamBorrowed(task);
    const owned = { ...task, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const bases = [
      ...(dealId ? [recordTasksPk(workspaceId, 'deal', dealId)] : []),
      ...(contactId ? [recordTasksPk(workspaceId, 'contact', contactId)] : []),
      ...(companyId ? [recordTasksPk(workspaceId, 'company', companyId)] : []),
    ];
    const sk = `${status}#${workKey(task)}#${id}`;
    const beside = bases.flatMap((base) =>
      scopedPks(base, { ownerId, teamId: owned.teamId }).map((pk) => ({ pk, sk, of: 'task', id })),
    );
    const lists = { states: { status: { value: status, order: workKey(task) } } };
    return {
      entries: [
        ...listEntries('task', owned, lists),
        ...beside,
        ...searchEntries(owned, taskTexts(task)),
        ...dueEntries(task, now),
      ],
      counters: { ...listCounters('task', owned), ...taskCells(task, now) },
    };
  },
});
