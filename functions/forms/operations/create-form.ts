import { answeringWith } from '../../../shared/core/actor.ts';
import { createForm, type Form } from '../../../shared/forms/form.ts';
import { createFormRoute } from '../../../shared/forms/form-routes.ts';
import { saveNewForm } from '../../../shared/forms/form-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { checkPipeline } from './check-references.ts';
import { shown } from './shown-form.ts';

export const createFormOperation = operation(createFormRoute, async ({ body, ...by }) => {
  const change = createForm(body, by);
  await checkPipeline(change.after);
  await saveNewForm(change, answeringWith(by, shown<Form>));
  return shown(change.after);
});
