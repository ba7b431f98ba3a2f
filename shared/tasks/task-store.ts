import type { Page, PageRequest } from '../core/page.ts';
import type { Write } from '../platform/commit.ts';
import { recordPage } from '../platform/record-list.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { type Task, taskRecord } from './task.ts';
import { ownerTasksPk, recordTasksPk } from './task-projection.ts';

/** TASK-1: by id, one GetItem. */
export const taskStore = recordStore(taskRecord);

export type TaskList = {
  of: { owner: string | undefined } | { dealId: string } | { contactId: string };
  status: Task['status'];
};

function listOf(workspaceId: string, { of }: TaskList) {
  if ('dealId' in of) {
    const belongs = (task: Task) => task.dealId === of.dealId;
    return { pk: recordTasksPk(workspaceId, 'deal', of.dealId), belongs };
  }
  if ('contactId' in of) {
    const belongs = (task: Task) => task.contactId === of.contactId;
    return { pk: recordTasksPk(workspaceId, 'contact', of.contactId), belongs };
  }
  return { pk: ownerTasksPk(workspaceId, of.owner), belongs: (task: Task) => task.ownerId === of.owner };
}

/**
 * TASK-2 to TASK-4: open tasks by due date, overdue first, or done ones, newest first; one Query and one BatchGet a
 * page. A task that was done a moment ago is never among the open ones.
 */
export function taskPage(workspaceId: string, list: TaskList, page: PageRequest): Promise<Page<Task>> {
  const { pk, belongs } = listOf(workspaceId, list);
  const { status } = list;
  return recordPage(
    { pk, from: `${status}#`, to: `${status}$`, newestFirst: status === 'done' },
    page,
    `tasks ${status}`,
    (ids) => taskStore.getMany(workspaceId, ids),
    (task) => task.status === status && belongs(task),
  );
}

/** Holds a write to the being there of what a task newly names. */
export const referencesMustExist = (
  workspaceId: string,
  { ownerId, contactId, dealId }: { [K in 'ownerId' | 'contactId' | 'dealId']?: string | null | undefined },
): Write[] => [
  ...(ownerId ? [mustExist(workspaceId, 'user', ownerId, '/ownerId')] : []),
  ...(contactId ? [mustExist(workspaceId, 'contact', contactId, '/contactId')] : []),
  ...(dealId ? [mustExist(workspaceId, 'deal', dealId, '/dealId')] : []),
];
