import { shownMessage } from '../../../shared/mail/message.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { getOutboundMailRoute } from '../../../shared/mail/outbound-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getOutboundMailOperation = operation(getOutboundMailRoute, async ({ actor, params }) =>
  shownMessage(await messageStore.get(actor.workspaceId, params.messageId)),
);
