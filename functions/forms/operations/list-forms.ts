import { listFormsRoute } from '../../../shared/forms/form-routes.ts';
import { formPage } from '../../../shared/forms/form-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { shown } from './shown-form.ts';

export const listFormsOperation = operation(listFormsRoute, async ({ actor, query }) => {
  const { items, cursor } = await formPage(actor.workspaceId, query);
  return { items: items.map(shown), cursor };
});
