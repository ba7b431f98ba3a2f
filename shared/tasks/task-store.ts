import type { Page, PageRequest } from '../core/page.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { mustBeHere } from '../identity/user-store.ts';
import type { Write } from '../platform/commit.ts';
import { mustBeSeen, ownedStore } from '../platform/owned-store.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { type Task, taskRecord } from './task.ts';
import { ownerTasksPk, recordTasksPk } from './task-projection.ts';

/** TASK-1: by id, one GetItem. */
export const taskStore = ownedStore(taskRecord);

export type TaskList = {
  of: { owner: string | undefined } | { dealId: string } | { contactId: string };
  status: Task['status'];
};

type Found = { base: string; partitions: string[]; belongs: (task: Task) => boolean };
function listOf(scope: Scope, { of }: TaskList): Found {
  const { workspaceId } = scope;
  const beside = (base: string, belongs: Found['belongs']) => ({
    base,
    partitions: partitionsFor(scope, 'task', base),
    belongs,
  });
  if ('dealId' in of) {
    return beside(recordTasksPk(workspaceId, 'deal', of.dealId), ({ dealId }) => dealId === of.dealId);
  }
  if ('contactId' in of) {
    const base = recordTasksPk(workspaceId, 'contact', of.contactId);
    return beside(base, ({ contactId }) => contactId === of.contactId);
  }
  const base = ownerTasksPk(workspaceId, of.owner);
  const partitions = mayRead(scope, 'task', of.owner) ? [base] : [];
  return { base, partitions, belongs: ({ ownerId }) => ownerId === of.owner };
}

/**
 * TASK-2 to TASK-4: the open tasks in reach by due date, overdue first, or done ones, newest first; one Query a partition and
 * one BatchGet a page. A task that was done a moment ago is never among the open ones.
 */
export function taskPage(scope: Scope, list: TaskList, page: PageRequest): Promise<Page<Task>> {
  const { base, partitions, belongs } = listOf(scope, list);
  const { status } = list;
  return ownedPage(
    { base, partitions, from: `${status}#`, to: `${status}$`, newestFirst: status === 'done' },
    page,
    `tasks ${status}`,
    (ids) => taskStore.getMany(scope, ids),
    (task) => task.status === status && belongs(task),
  );
}

/** Holds a write to the being there, in the actor's sight, of what a task newly names. */
export const referencesMustExist = (
  scope: Scope,
  { ownerId, contactId, dealId }: { [K in 'ownerId' | 'contactId' | 'dealId']?: string | null | undefined },
): Write[] => [
  ...(ownerId ? [mustBeHere(scope.workspaceId, ownerId, '/ownerId')] : []),
  ...(contactId ? [mustBeSeen(scope, 'contact', contactId, '/contactId')] : []),
  ...(dealId ? [mustBeSeen(scope, 'deal', dealId, '/dealId')] : []),
];
