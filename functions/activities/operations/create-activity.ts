import { logActivity } from '../../../shared/activities/activity.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { aboutMustBeSeen, activityStore } from '../../../shared/activities/activity-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createActivityOperation = operation(createActivityRoute, async ({ body, ...by }) => {
  const change = logActivity({ ...body, at: body.at ?? by.now }, by);
  await activityStore.save(change, by, await aboutMustBeSeen(within(by.actor), change.after));
  return change.after;
});
