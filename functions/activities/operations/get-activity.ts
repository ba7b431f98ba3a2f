import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getActivityOperation = operation(getActivityRoute, async ({ actor, params, query }) => {
  const scope = within(actor);
  if (query.asOf) return readAsOf(activityStore, scope, params.activityId, query.asOf);
  return activityStore.get(scope, params.activityId);
});
