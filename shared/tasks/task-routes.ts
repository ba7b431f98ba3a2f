import * as z from 'zod';
import { AsOfQuery, asOfErrors, asOfShown, listTaskHistoryRoute } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilPage, veilRecord } from '../core/veil.ts';
import { recordRoutes } from '../records/record-routes.ts';
import { NewTask, TaskBody, TaskPatch } from './task.ts';
import { taskShape } from './task-shape.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const taskPath = z.object({ taskId: idOf('task') });
const examplePath = { taskId: 'tk_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const noBody = z.strictObject({});

const own = recordRoutes(taskShape);
export const taskBatchRoutes = own.batch;
export const deleteTaskRoute = own.remove;
export const upsertTaskRoute = own.upsert;

export const createTaskRoute = defineRoute({
  ...own.create,
  description:
    'A task without an owner is nobody’s and stands under `ownerId=none`. One that `repeats` is followed by the next of its series once it is done. At `remindAt` the event `task.reminder` is told, once. Send an Idempotency-Key to retry safely.',
  body: NewTask,
  response: TaskBody,
});

export const getTaskRoute = defineRoute({
  operationId: 'getTask',
  method: 'GET',
  path: '/v1/tasks/{taskId}',
  tag: 'Tasks',
  summary: 'A task',
  access: 'tasks:read',
  ...nothing,
  query: AsOfQuery,
  params: taskPath,
  status: 200,
  veil: veilRecord('task'),
  response: TaskBody.extend(asOfShown),
  errors: ['task_not_found', ...asOfErrors],
  example: { params: examplePath },
});

export const patchTaskRoute = defineRoute({
  ...own.change,
  description: `${own.change.description} A task is done and reopened by operations of their own.`,
  params: taskPath,
  body: TaskPatch,
  response: TaskBody,
});

const step = { method: 'POST', tag: 'Tasks', access: 'tasks:edit', status: 200 } as const;
export const completeTaskRoute = defineRoute({
  operationId: 'completeTask',
  path: '/v1/tasks/{taskId}/complete',
  summary: 'Say that a task is done',
  description:
    'May be sent again: a task that is done stays as it is, and the answer is the same. Of a task that `repeats` the next one is made with it.',
  ...step,
  ...nothing,
  params: taskPath,
  body: noBody,
  veil: veilRecord('task'),
  response: TaskBody,
  errors: ['task_not_found', 'version_mismatch'],
  example: { params: examplePath, body: {} },
});

export const reopenTaskRoute = defineRoute({
  operationId: 'reopenTask',
  path: '/v1/tasks/{taskId}/reopen',
  summary: 'Say that a task is not done after all',
  description: 'May be sent again: a task that is open stays as it is.',
  ...step,
  ...nothing,
  params: taskPath,
  body: noBody,
  veil: veilRecord('task'),
  response: TaskBody,
  errors: ['task_not_found', 'version_mismatch'],
  example: { params: examplePath, body: {} },
});

const atMostOne = ({ ownerId, dealId, contactId }: Record<'ownerId' | 'dealId' | 'contactId', unknown>) =>
  [ownerId, dealId, contactId].filter((one) => one !== undefined).length <= 1;
const TaskQuery = z
  .strictObject({
    ...PageQuery.shape,
    ownerId: z
      .union([z.literal('me'), z.literal('none'), idOf('user')])
      .optional()
      .describe('Whose tasks; `none` for those of nobody. Yours where nothing is said.'),
    dealId: idOf('deal').optional(),
    contactId: idOf('contact').optional(),
    status: z.enum(['open', 'done']).default('open'),
  })
  .refine((query) => atMostOne(query as never), 'Ask by ownerId, by dealId or by contactId.');

export const listTasksRoute = defineRoute({
  operationId: 'listTasks',
  method: 'GET',
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'Tasks: mine, somebody’s, nobody’s, a deal’s, a contact’s',
  description:
    'Open tasks by due date, overdue first, those without a date last; `status=done` gives the done ones, newest first. A page may hold fewer than `limit` while a change is on its way into the list; `cursor` alone tells whether there are more.',
  access: 'tasks:read',
  ...nothing,
  query: TaskQuery,
  status: 200,
  veil: veilPage('task'),
  response: pageOf(TaskBody),
  errors: ['cursor_invalid', 'field_forbidden'],
  example: { query: { ownerId: 'me', status: 'open' } },
});

export const taskRoutes = [
  createTaskRoute,
  getTaskRoute,
  patchTaskRoute,
  completeTaskRoute,
  reopenTaskRoute,
  listTasksRoute,
  listTaskHistoryRoute,
  deleteTaskRoute,
  upsertTaskRoute,
  ...Object.values(taskBatchRoutes),
];
