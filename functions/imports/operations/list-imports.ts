import { listImportsRoute } from '../../../shared/imports/import-routes.ts';
import { importPage } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listImportsOperation = operation(listImportsRoute, ({ actor, query }) =>
  importPage(actor.workspaceId, query),
);
