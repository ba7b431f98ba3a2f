import { getImportRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getImportOperation = operation(getImportRoute, ({ actor, params }) =>
  importStore.get(actor.workspaceId, params.importId),
);
