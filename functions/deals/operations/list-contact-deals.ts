import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { listContactDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { contactDealPage } from '../../../shared/deals/deal-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

export const listContactDealsOperation = operation(
  listContactDealsRoute,
  async ({ actor, params, query }) => {
    const scope = within(actor);
    assertMayAsk(actor, 'deal', ['contactId']);
    return contactDealPage(scope, await assertSeen(scope, 'contact', params.contactId), query);
  },
);
