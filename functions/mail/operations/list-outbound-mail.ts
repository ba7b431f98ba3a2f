import { shownMessage } from '../../../shared/mail/message.ts';
import { messagePage } from '../../../shared/mail/message-store.ts';
import { listOutboundMailRoute } from '../../../shared/mail/outbound-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listOutboundMailOperation = operation(
  listOutboundMailRoute,
  async ({ actor, query: { status, ...page } }) => {
    const { items, cursor } = await messagePage(actor.workspaceId, status, page);
    return { items: items.map(shownMessage), cursor };
  },
);
