import type { Page, PageRequest } from '../core/page.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { ownedStore } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import { createTask, type NewTask, patchTask, type Task, type TaskPatch, taskRecord } from './task.ts';
import { ownerTasksPk, recordTasksPk } from './task-projection.ts';
import { taskShape } from './task-shape.ts';

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

/** A task as the operations that every kind has know it; `PUT` finds it by its external id. */
export const taskType: RecordType<Task, NewTask, TaskPatch> = {
  of: taskRecord,
  shape: taskShape,
  store: taskStore,
  untouched: { tags: [], custom: {} },
  make: async (given, by) => ({ change: createTask(given, by), also: mustBeNamed(given, by) }),
  edit: async (task, patch, by) => ({
    change: patchTask(task, patch, by),
    also: mustBeNamed(patch, by, task),
  }),
  async match(_, { externalId }) {
    return externalId ? { name: 'task_external_id', value: externalId } : undefined;
  },
};
