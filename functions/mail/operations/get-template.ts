import { getTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getTemplateOperation = operation(getTemplateRoute, ({ actor, params }) =>
  templateStore.get(actor.workspaceId, params.templateId),
);
