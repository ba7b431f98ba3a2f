import { api } from '../../shared/platform/api.ts';
import {
  createTaskRoute,
  deleteTaskRoute,
  patchTaskRoute,
  searchTasksRoute,
  taskBatchRoutes,
  upsertTaskRoute,
} from '../../shared/tasks/task-routes.ts';
import { taskType } from '../../shared/tasks/task-store.ts';
import { listNotificationsOperation } from '../notifications/operations/list-notifications.ts';
import { readAllNotificationsOperation } from '../notifications/operations/read-all-notifications.ts';
import { readNotificationOperation } from '../notifications/operations/read-notification.ts';
import { searchRecords, writingOperations } from '../records/operations/record-operations.ts';
import { getTodayOperation } from '../today/operations/get-today.ts';
import { completeTaskOperation } from './operations/complete-task.ts';
import { getTaskOperation } from './operations/get-task.ts';
import { listTaskHistoryOperation } from './operations/list-task-history.ts';
import { listTasksOperation } from './operations/list-tasks.ts';
import { reopenTaskOperation } from './operations/reopen-task.ts';

export const handler = api([
  ...writingOperations(taskType, {
    create: createTaskRoute,
    change: patchTaskRoute,
    remove: deleteTaskRoute,
    upsert: upsertTaskRoute,
    batch: taskBatchRoutes,
  }),
  getTaskOperation,
  completeTaskOperation,
  reopenTaskOperation,
  listTasksOperation,
  searchRecords(listTasksOperation, searchTasksRoute),
  listTaskHistoryOperation,
  getTodayOperation,
  listNotificationsOperation,
  readNotificationOperation,
  readAllNotificationsOperation,
]);
