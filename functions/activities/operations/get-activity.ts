import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getActivityOperation = operation(getActivityRoute, ({ actor, params }) =>
  activityStore.get(actor.workspaceId, params.activityId),
);
