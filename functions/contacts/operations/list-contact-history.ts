import { listContactHistoryRoute } from '../../../shared/audit/history-routes.ts';
import { historyPage } from '../../../shared/audit/history-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';

/** HISTORY-1. */
export const listContactHistoryOperation = operation(
  listContactHistoryRoute,
  async ({ actor, params, query }) => {
    await contactStore.get(within(actor), params.contactId);
    return historyPage(actor, params.contactId, query);
  },
);
