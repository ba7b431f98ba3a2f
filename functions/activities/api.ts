import { api } from '../../shared/platform/api.ts';
import { createActivityOperation } from './operations/create-activity.ts';
import { getActivityOperation } from './operations/get-activity.ts';
import { listActivitiesOperation } from './operations/list-activities.ts';
import { listActivityHistoryOperation } from './operations/list-activity-history.ts';
import { patchActivityOperation } from './operations/patch-activity.ts';

export const handler = api([
  createActivityOperation,
  listActivitiesOperation,
  getActivityOperation,
  patchActivityOperation,
  listActivityHistoryOperation,
]);
