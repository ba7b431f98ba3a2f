import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getActivityOperation = operation(getActivityRoute, ({ actor, params }) =>
  activityStore.get(within(actor), params.activityId),
);
