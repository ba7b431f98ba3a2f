import { listContactTimelineRoute } from '../../../shared/contacts/contact-routes.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listContactTimelineOperation = operation(
  listContactTimelineRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    return timelinePage('contact', scope, await assertSeen(scope, 'contact', params.contactId), query);
  },
);
