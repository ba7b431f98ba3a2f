import { createForm } from '../../../shared/forms/form.ts';
import { createFormRoute } from '../../../shared/forms/form-routes.ts';
import { saveNewForm } from '../../../shared/forms/form-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { checkPipeline } from './check-references.ts';
import { shown } from './shown-form.ts';

export const createFormOperation = operation(createFormRoute, async ({ body, ...by }) => {
  const change = createForm(body, by);
  await checkPipeline(change.after);
  await saveNewForm(change, by);
  return shown(change.after);
});
