import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { listContactDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { contactDealPage } from '../../../shared/deals/deal-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listContactDealsOperation = operation(
  listContactDealsRoute,
  async ({ actor, params, query }) => {
    const page = await contactDealPage(actor.workspaceId, params.contactId, query);
    if (page.items.length === 0) await contactStore.get(actor.workspaceId, params.contactId);
    return page;
  },
);
