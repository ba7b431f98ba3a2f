import { operation } from '../../../shared/platform/api.ts';
import { listWebhooksRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { webhookPage } from '../../../shared/webhooks/webhook-store.ts';

export const listWebhooksOperation = operation(listWebhooksRoute, ({ actor, query }) =>
  webhookPage(actor.workspaceId, query),
);
