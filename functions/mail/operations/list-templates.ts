import { listTemplatesRoute } from '../../../shared/mail/template-routes.ts';
import { templatePage } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listTemplatesOperation = operation(listTemplatesRoute, ({ actor, query }) =>
  templatePage(actor.workspaceId, query),
);
