import { getFieldRoute } from '../../../shared/fields/field-routes.ts';
import { fieldStore } from '../../../shared/fields/field-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getFieldOperation = operation(getFieldRoute, ({ actor, params }) =>
  fieldStore.get(actor.workspaceId, params.fieldId),
);
