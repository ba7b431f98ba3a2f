import { listContactTimelineRoute } from '../../../shared/contacts/contact-routes.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { timelinePage } from '../../../shared/platform/collection.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listContactTimelineOperation = operation(
  listContactTimelineRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    await assertSeen(scope, 'contact', params.contactId, { goesOn: query.cursor !== undefined });
    return timelinePage('contact', scope, params.contactId, query);
  },
);
