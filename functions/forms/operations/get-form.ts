import { getFormRoute } from '../../../shared/forms/form-routes.ts';
import { formWithTrapped } from '../../../shared/forms/form-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { shown } from './shown-form.ts';

export const getFormOperation = operation(getFormRoute, async ({ actor, params }) =>
  shown(await formWithTrapped(actor.workspaceId, params.formId)),
);
