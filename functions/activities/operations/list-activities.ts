import { listActivitiesRoute } from '../../../shared/activities/activity-routes.ts';
import { contactActivityPage } from '../../../shared/activities/activity-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { seenAs } from '../../../shared/platform/owned-store.ts';

export const listActivitiesOperation = operation(listActivitiesRoute, async ({ actor, query }) => {
  const { contactId, ...page } = query;
  const scope = within(actor);
  return contactActivityPage(scope, await seenAs(scope, 'contact', contactId), page);
});
