import { suppressionPage } from '../../../shared/mail/suppression-list-store.ts';
import { listSuppressionsRoute } from '../../../shared/mail/suppression-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listSuppressionsOperation = operation(
  listSuppressionsRoute,
  ({ actor, query: { reason, ...page } }) => suppressionPage(actor.workspaceId, reason, page),
);
