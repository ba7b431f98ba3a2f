import { messagePage } from '../../../shared/mail/message-store.ts';
import { listOutboundMailRoute } from '../../../shared/mail/outbound-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listOutboundMailOperation = operation(
  listOutboundMailRoute,
  ({ actor, query: { status, ...page } }) => messagePage(actor.workspaceId, status, page),
);
