import { logActivity } from '../../../shared/activities/activity.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore, dealsMustExist } from '../../../shared/activities/activity-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustExist } from '../../../shared/platform/record-store.ts';

export const createActivityOperation = operation(createActivityRoute, async ({ body, ...by }) => {
  const { workspaceId } = by.actor;
  const change = logActivity({ ...body, at: body.at ?? by.now }, by);
  await activityStore.save(change, by, [
    mustExist(workspaceId, 'contact', body.contactId, '/contactId'),
    ...dealsMustExist(workspaceId, change.after.dealIds),
  ]);
  return change.after;
});
