import type { Page, PageRequest } from '../core/page.ts';
import type { Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import type { Ids } from '../platform/merged.ts';
import { ownedStore } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import { createTask, type NewTask, patchTask, type Task, type TaskPatch, taskRecord } from './task.ts';
import { ordersOf, recordTasksPk } from './task-projection.ts';
import { taskShape } from './task-shape.ts';

/** TASK-1: by id, one GetItem. */
export const taskStore = ownedStore(taskRecord);

/** Whose tasks; of a contact or a company all ids that it has. */
export type TasksOf = { kind: 'deal' | 'contact' | 'company'; ids: Ids };
const namedBy = { deal: 'dealId', contact: 'contactId', company: 'companyId' } as const;

/**
 * TASK-3, TASK-4: the open tasks in reach of a record by due date, overdue first, or done ones, newest first; one Query a partition
 * and one BatchGet a page. A task that was done a moment ago is never among the open ones.
 */
export function recordTaskPage(
  scope: Scope,
  { kind, ids }: TasksOf,
  status: Task['status'],
  page: PageRequest,
): Promise<Page<Task>> {
  const [base = '', ...others] = ids.map((id) => recordTasksPk(scope.workspaceId, kind, id));
  const partitions = partitionsFor(scope, 'task', base);
  const merged = others.flatMap((pk) => partitionsFor(scope, 'task', pk));
  return ownedPage(
    { base, partitions, merged, from: `${status}#`, to: `${status}$`, newestFirst: status === 'done' },
    page,
    `tasks ${status}`,
    (found) => taskStore.getMany(scope, found),
    (task) => task.status === status && ids.includes(task[namedBy[kind]] ?? ''),
  );
}

/** A task as the operations that every kind has know it; `PUT` finds it by its external id. */
export const taskType: RecordType<Task, NewTask, TaskPatch> = {
  of: taskRecord,
  shape: taskShape,
  store: taskStore,
  orders: ordersOf,
  untouched: { tags: [], custom: {} },
  make: async (given, by) => ({ change: createTask(given, by), also: mustBeNamed(given, by) }),
  edit: async (task, patch, by) => ({
    change: patchTask(task, patch, by),
    also: mustBeNamed(patch, by, task),
  }),
};
