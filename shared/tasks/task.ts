import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { Day } from '../core/day.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { defineOwned, type Kept, nextVersion, governedBase } from '../core/record.ts';

const fields = {
  title: personal(z.string().trim().min(1).max(300), '(erased)'),
  note: personal(z.string().max(5000).optional()),
  dueOn: Day.optional(),
  /** The user who is to do it; nobody's where there is none. */
  ownerId: idOf('user').optional(),
  contactId: idOf('contact').optional(),
  dealId: idOf('deal').optional(),
};
export const Task = z.object({
  ...governedBase('task'),
  ...fields,
  status: z.enum(['open', 'done']),
  completedAt: z.iso.datetime().optional(),
  /** `idle_deal`: Rapport made it, and it is no plan of anybody's. */
  origin: z.enum(['person', 'idle_deal']).default('person'),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Task = z.infer<typeof Task>;
export const taskRecord = defineOwned('task', Task, ({ ownerId }) => ownerId);
export const TaskBody = Task.omit({ workspaceId: true });
export const NewTask = z.strictObject({ ...fields });
export type NewTask = z.infer<typeof NewTask>;

export function createTask(
  given: NewTask,
  { actor, now }: Context,
  more: Partial<Pick<Task, 'id' | 'origin'>> = {},
): Kept<Task> {
  const after: Task = {
    origin: 'person',
    ...given,
    id: newId('task', now),
    ...more,
    workspaceId: actor.workspaceId,
    status: 'open',
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return { of: taskRecord, before: undefined, after, events: [] };
}

export const TaskPatch = z.strictObject({
  title: fields.title.optional(),
  note: fields.note.nullable(),
  dueOn: fields.dueOn.nullable(),
  ownerId: fields.ownerId.nullable(),
  contactId: fields.contactId.nullable(),
  dealId: fields.dealId.nullable(),
});
export type TaskPatch = z.infer<typeof TaskPatch>;

export function patchTask(task: Task, patch: TaskPatch, { now }: Context): Kept<Task> {
  const after = nextVersion(mergePatch(task, patch), {}, now);
  return { of: taskRecord, before: task, after, events: [] };
}

/** Undefined where the task is done already, so that a completion sent twice is one. */
export function completeTask(task: Task, { now }: Context): Kept<Task> | undefined {
  if (task.status === 'done') return undefined;
  const after = nextVersion<Task>(task, { status: 'done', completedAt: now }, now);
  return { of: taskRecord, before: task, after, events: [] };
}

/** Undefined where the task is open already. */
export function reopenTask(task: Task, { now }: Context): Kept<Task> | undefined {
  if (task.status === 'open') return undefined;
  const { completedAt: _, ...rest } = task;
  const after = nextVersion<Task>({ ...rest, status: 'open' }, {}, now);
  return { of: taskRecord, before: task, after, events: [] };
}
