import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { hiddenBeside } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { listContactMailsRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { mayKnowReason } from '../../../shared/mail/known-reason.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { contactMessagePage } from '../../../shared/mail/message-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { seenAs } from '../../../shared/platform/owned-store.ts';

export const listContactMailsOperation = operation(
  listContactMailsRoute,
  async ({ actor, params, query }) => {
    const ids = await seenAs(within(actor), 'contact', params.contactId);
    assertMayAsk(actor, 'contact', ['emails']);
    const { items, cursor } = await contactMessagePage(actor.workspaceId, ids, query);
    const mayKnow = mayKnowReason(actor, hiddenBeside(actor, 'contact'));
    const shown = ({ reason, ...mail }: Message) => ({
      ...mail,
      ...(reason && mayKnow(reason) && { reason }),
    });
    return { items: items.map(shown), cursor };
  },
);
