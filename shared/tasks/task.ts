import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { Day } from '../core/day.ts';
import { invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { localDate, sameTimeOn } from '../core/local-day.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';
import { type NextDay, Recurrence } from './recurrence.ts';
import { taskReminder } from './task-events.ts';

const fields = {
  title: personal(z.string().trim().min(1).max(300), '(erased)'),
  note: personal(z.string().max(5000).optional()),
  dueOn: Day.optional(),
  contactId: idOf('contact').optional(),
  companyId: idOf('company').optional(),
  dealId: idOf('deal').optional(),
  /** When its owner is to be told of it. */
  remindAt: z.iso.datetime().optional(),
  /** How it comes again: a recurrence rule (RFC 5545, 3.3.10) that begins at the day on which the first is due. */
  repeats: Recurrence.optional(),
  ...commonFields,
};
export const TaskStatus = z.enum(['open', 'done']);
export const Task = z.object({
  ...governedBase('task'),
  ...fields,
  ...keptFields,
  status: TaskStatus,
  /** The day on which the first of a series was due. */
  repeatsFrom: Day.optional(),
  /** The next of its series, which was made when this one was done first. */
  followedBy: idOf('task').optional(),
  /** For which moment its owner was told of it. */
  remindedFor: z.iso.datetime().optional(),
  completedAt: z.iso.datetime().optional(),
  /** `idle_deal`: Rapport made it, and it is no plan of anybody's. */
  origin: z.enum(['person', 'idle_deal']).default('person'),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Task = z.infer<typeof Task>;
export const taskRecord = defineOwned(
  'task',
  Task,
  ({ ownerId }) => ownerId,
  (task) => commonUnique('task', task),
);
export const TaskBody = Task.omit({ workspaceId: true, customKeys: true }).partial(maskOf('task'));
export const NewTask = z.strictObject({ ...fields, remindAt: Instant.optional() });
export type NewTask = z.infer<typeof NewTask>;

const repeatsNeedsDay = () => {
  const detail = 'What comes again begins on a day: give it a dueOn.';
  return invalidField('/dueOn', 'required', detail);
};
/** What holds for the whole; throws `validation_failed`. A series begins anew where its rule is given anew. */
function sound(task: Task, before?: Task): Task {
  const { repeatsFrom: from, ...rest } = { ...task, tags: distinctFolded(task.tags) };
  if (!task.repeats) return rest;
  if (!task.dueOn) throw repeatsNeedsDay();
  const goesOn = before?.repeats === task.repeats && from !== undefined;
  return { ...rest, repeatsFrom: goesOn ? from : task.dueOn };
}

/** What is said of a new task; a list left out is empty. */
export type SaidTask = Partial<NewTask> & Pick<NewTask, 'title'>;
/** Throws `validation_failed` where it comes again and has no day. */
export function createTask(
  said: SaidTask,
  { actor, now }: Context,
  more: Partial<Pick<Task, 'id' | 'origin' | 'repeatsFrom'>> = {},
): Kept<Task> {
  const after: Task = {
    origin: 'person',
    tags: [],
    custom: {},
    ...said,
    id: newId('task', now),
    ...more,
    workspaceId: actor.workspaceId,
    status: 'open',
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const of = more.repeatsFrom === undefined ? undefined : after;
  return { of: taskRecord, before: undefined, after: sound(after, of), events: [] };
}

export const TaskPatch = z.strictObject({
  title: fields.title.optional(),
  note: fields.note.nullable(),
  dueOn: fields.dueOn.nullable(),
  contactId: fields.contactId.nullable(),
  companyId: fields.companyId.nullable(),
  dealId: fields.dealId.nullable(),
  remindAt: Instant.nullish(),
  repeats: fields.repeats.nullable(),
  ...commonPatch,
});
export type TaskPatch = z.infer<typeof TaskPatch>;

export function patchTask(task: Task, patch: TaskPatch, { now }: Context): Kept<Task> {
  const after = nextVersion(sound(mergePatch(task, patch), task), {}, now);
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

const dayMs = 86_400_000;
const dayOn = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
/** As long before the day, or behind it, as it was before, at the same time by the wall clock. */
function remindOn(day: string, { remindAt, dueOn }: Task, timeZone: string): string | undefined {
  if (!remindAt || !dueOn) return undefined;
  const days = Math.round((Date.parse(day) - Date.parse(dueOn)) / dayMs);
  return sameTimeOn(remindAt, dayOn(localDate(remindAt, timeZone), days), timeZone);
}

/**
 * The next of a series whose task was done, due on the day that its rule names behind the last one and behind today, by the
 * workspace's time zone; undefined where it does not come again, or was followed already. What no two records may have stays
 * with the one that is done.
 */
export function nextOfSeries(
  done: Task,
  timeZone: string,
  next: NextDay,
  by: Context,
): Kept<Task> | undefined {
  const { repeats, dueOn, repeatsFrom = dueOn, followedBy } = done;
  if (!repeats || !dueOn || !repeatsFrom || followedBy) return undefined;
  const today = localDate(by.now, timeZone);
  const day = next(repeats, repeatsFrom, [dueOn, today].sort()[1] as string);
  if (day === undefined) return undefined;
  const { title, note, contactId, companyId, dealId, ownerId, tags, customKeys = [] } = done;
  const claimed = new Set(customKeys.map(({ key }) => key));
  const custom = Object.fromEntries(Object.entries(done.custom).filter(([key]) => !claimed.has(key)));
  const remindAt = remindOn(day, done, timeZone);
  const said = { title, note, contactId, companyId, dealId, ownerId, tags, custom, repeats, dueOn: day };
  return createTask({ ...said, ...(remindAt && { remindAt }) }, by, { repeatsFrom });
}

/** Its owner was told of it; undefined where that was done, or is not due at that moment (ISO 8601). */
export function remind(task: Task, now: string): Kept<Task> | undefined {
  const at = remindDueAt(task);
  if (at === undefined || at > now) return undefined;
  const after = nextVersion<Task>(task, { remindedFor: at }, now);
  return { of: taskRecord, before: task, after, events: [taskReminder({ taskId: task.id })] };
}
/** When somebody is to be told of a task; undefined where nobody is any more. */
export const remindDueAt = ({ status, remindAt, remindedFor }: Task): string | undefined =>
  status === 'open' && remindAt !== remindedFor ? remindAt : undefined;
