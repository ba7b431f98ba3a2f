import * as z from 'zod';
import { AsOfQuery, asOfErrors, asOfShown, listTaskHistoryRoute } from '../audit/history-routes.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilRecord } from '../core/veil.ts';
import { recordRoutes, searchRoute } from '../records/record-routes.ts';
import { NewTask, TaskBody, TaskPatch, TaskStatus } from './task.ts';
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
  errors: ['task_not_found', 'field_forbidden', 'version_mismatch'],
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
  errors: ['task_not_found', 'field_forbidden', 'version_mismatch'],
  example: { params: examplePath, body: {} },
});

const named = ['dealId', 'contactId', 'companyId'] as const;
const { tag, filter, sort, direction } = own.list.query.shape;
const TaskQuery = z
  .strictObject({
    ...PageQuery.shape,
    ownerId: z
      .union([z.literal('me'), z.literal('none'), z.literal('any'), idOf('user')])
      .optional()
      .describe(
        'Whose tasks; `none` for those of nobody, `any` for all that one may see. Yours where nothing is said, and all with `tag`, `filter` or `externalId`.',
      ),
    dealId: idOf('deal').optional(),
    contactId: idOf('contact').optional(),
    companyId: idOf('company').optional(),
    status: z
      .enum([...TaskStatus.options, 'any'])
      .optional()
      .describe('`open` where nothing is said, `any` with `tag`, `filter` or `externalId`.'),
    sort: sort.unwrap().optional().describe('`due` where nothing is said: as they are worked off.'),
    direction: direction
      .unwrap()
      .optional()
      .describe('Overdue first, done ones newest first, where it is left out.'),
    tag,
    filter,
    externalId: z.string().trim().min(1).max(300).optional(),
  })
  .refine(
    ({ limit: _, cursor: __, status: ___, ...query }) => {
      const asked = Object.entries(query).filter(([, value]) => value !== undefined);
      return !asked.some(([name]) => named.some((one) => one === name)) || asked.length === 1;
    },
    {
      path: ['dealId'],
      error: 'A record’s tasks are asked for by its id and `status` alone; say more by `filter`.',
    },
  );

export const listTasksRoute = defineRoute({
  ...own.list,
  summary: 'Tasks: mine, somebody’s, nobody’s, all; a deal’s, a contact’s, a company’s; by a tag or a filter',
  description:
    'Open tasks by due date, overdue first, those without a date last; `status=done` gives the done ones, newest first. A page may hold fewer than `limit` while a change is on its way into the list; `cursor` alone tells whether there are more.',
  query: TaskQuery,
  response: pageOf(TaskBody),
  example: { query: { ownerId: 'me', status: 'open' } },
});

export const searchTasksRoute = searchRoute(listTasksRoute, taskShape);

export const taskRoutes = [
  createTaskRoute,
  getTaskRoute,
  patchTaskRoute,
  completeTaskRoute,
  reopenTaskRoute,
  listTasksRoute,
  searchTasksRoute,
  listTaskHistoryRoute,
  deleteTaskRoute,
  upsertTaskRoute,
  ...Object.values(taskBatchRoutes),
];
