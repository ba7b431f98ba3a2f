import { previewTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { previewOf } from '../writing/preview.ts';

export const previewTemplateOperation = operation(previewTemplateRoute, async ({ actor, params, body }) => {
  const template = await templateStore.get(actor.workspaceId, params.templateId);
  return previewOf(actor, template, body);
});
