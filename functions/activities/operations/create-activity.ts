import { logActivity } from '../../../shared/activities/activity.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore, dealsMustExist } from '../../../shared/activities/activity-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustBeSeen } from '../../../shared/platform/owned-store.ts';

export const createActivityOperation = operation(createActivityRoute, async ({ body, ...by }) => {
  const scope = within(by.actor);
  const change = logActivity({ ...body, at: body.at ?? by.now }, by);
  await activityStore.save(change, by, [
    mustBeSeen(scope, 'contact', body.contactId, '/contactId'),
    ...dealsMustExist(scope, change.after.dealIds),
  ]);
  return change.after;
});
