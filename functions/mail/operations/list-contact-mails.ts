import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { listContactMailsRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { contactMessagePage } from '../../../shared/mail/message-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { seenAs } from '../../../shared/platform/owned-store.ts';

export const listContactMailsOperation = operation(
  listContactMailsRoute,
  async ({ actor, params, query }) => {
    const ids = await seenAs(within(actor), 'contact', params.contactId);
    assertMayAsk(actor, 'contact', ['emails']);
    return contactMessagePage(actor.workspaceId, ids, query);
  },
);
