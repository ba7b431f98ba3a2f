import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { scopedPks, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { remindDueAt, Task } from './task.ts';
import { taskTexts } from './task-search.ts';

/** TASK-2: the tasks of a user; of nobody where there is none. */
export const ownerTasksPk = (workspaceId: string, ownerId: string | undefined) =>
  `${workspacePk(workspaceId)}#TASKS#${ownerId ?? 'none'}`;
/** TASK-3, TASK-4: the tasks of a deal, of a contact. */
export const recordTasksPk = (workspaceId: string, kind: 'deal' | 'contact' | 'company', id: string) =>
  `${recordKey(workspaceId, kind, id).pk}#TASKS`;

const noDate = '~'; // behind every date

/** Open ones by their due date, those without one last; done ones by the moment they were done. */
const sortKey = ({ status, dueOn = noDate, createdAt, completedAt, id }: Task) =>
  status === 'open' ? `open#${dueOn}#${createdAt}#${id}` : `done#${completedAt}#${id}`;

export const taskProjection: Projection = trashable({
  definition: 4,
  borrows: (record) => teamBorrowed(Task.parse(record)),
  project({ record, borrowed }) {
    const task = Task.parse(record);
    const { workspaceId, ownerId, dealId, contactId, companyId, id } = task;
    const [team] = teamBorrowed(task);
    const teamId = teamOf(team && borrowed.get(nameOf(team)));
    const bases = [
      ...(dealId ? [recordTasksPk(workspaceId, 'deal', dealId)] : []),
      ...(contactId ? [recordTasksPk(workspaceId, 'contact', contactId)] : []),
      ...(companyId ? [recordTasksPk(workspaceId, 'company', companyId)] : []),
    ];
    const pks = [
      ownerTasksPk(workspaceId, ownerId),
      ...bases.flatMap((base) => scopedPks(base, { ownerId, teamId })),
    ];
    const entries = [
      ...pks.map((pk) => ({ pk, sk: sortKey(task), of: 'task', id })),
      ...searchEntries({ workspaceId, id, ownerId, teamId }, taskTexts(task)),
    ];
    const remindAt = remindDueAt(task);
    const due = remindAt ? [dueEntry(remindAt, 'task_reminder', workspaceId, 'task', id)] : [];
    return { entries: [...entries, ...due], counters: {} };
  },
});
