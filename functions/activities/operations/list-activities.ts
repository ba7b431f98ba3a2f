import { listActivitiesRoute } from '../../../shared/activities/activity-routes.ts';
import { contactActivityPage } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listActivitiesOperation = operation(listActivitiesRoute, async ({ actor, query }) => {
  const { contactId, ...page } = query;
  const found = await contactActivityPage(actor.workspaceId, contactId, page);
  if (found.items.length === 0) await contactStore.get(actor.workspaceId, contactId);
  return found;
});
