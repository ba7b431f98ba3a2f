import {
  activityBatchRoutes,
  createActivityRoute,
  deleteActivityRoute,
  patchActivityRoute,
  upsertActivityRoute,
} from '../../shared/activities/activity-routes.ts';
import { activityType } from '../../shared/activities/activity-store.ts';
import { api } from '../../shared/platform/api.ts';
import { writingOperations } from '../records/operations/record-operations.ts';
import { getActivityOperation } from './operations/get-activity.ts';
import { listActivitiesOperation } from './operations/list-activities.ts';
import { listActivityHistoryOperation } from './operations/list-activity-history.ts';

export const handler = api([
  ...writingOperations(activityType, {
    create: createActivityRoute,
    change: patchActivityRoute,
    remove: deleteActivityRoute,
    upsert: upsertActivityRoute,
    batch: activityBatchRoutes,
  }),
  listActivitiesOperation,
  getActivityOperation,
  listActivityHistoryOperation,
]);
