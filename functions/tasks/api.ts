import { api } from '../../shared/platform/api.ts';
import { completeTaskOperation } from './operations/complete-task.ts';
import { createTaskOperation } from './operations/create-task.ts';
import { getTaskOperation } from './operations/get-task.ts';
import { listTaskHistoryOperation } from './operations/list-task-history.ts';
import { listTasksOperation } from './operations/list-tasks.ts';
import { patchTaskOperation } from './operations/patch-task.ts';
import { reopenTaskOperation } from './operations/reopen-task.ts';

export const handler = api([
  createTaskOperation,
  getTaskOperation,
  patchTaskOperation,
  completeTaskOperation,
  reopenTaskOperation,
  listTasksOperation,
  listTaskHistoryOperation,
]);
