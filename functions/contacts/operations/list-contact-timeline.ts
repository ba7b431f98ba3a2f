import { listContactTimelineRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listContactTimelineOperation = operation(
  listContactTimelineRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    await assertSeen(scope, 'contact', params.contactId);
    const page = await timelinePage('contact', scope, params.contactId, query);
    // Every contact has at least the change that made it: only an empty page can be of one that is not there.
    if (page.items.length === 0) await contactStore.get(scope, params.contactId);
    return page;
  },
);
