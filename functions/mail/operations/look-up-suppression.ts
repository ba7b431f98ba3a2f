import { lookUp } from '../../../shared/mail/suppression-list-store.ts';
import { lookUpSuppressionRoute } from '../../../shared/mail/suppression-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const lookUpSuppressionOperation = operation(lookUpSuppressionRoute, async ({ actor, query }) => ({
  items: await lookUp(actor.workspaceId, query.address),
}));
