import { createTemplate } from '../../../shared/mail/template.ts';
import { createTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createTemplateOperation = operation(createTemplateRoute, async ({ body, ...by }) => {
  const change = createTemplate(body, by);
  await templateStore.save(change, by);
  return change.after;
});
