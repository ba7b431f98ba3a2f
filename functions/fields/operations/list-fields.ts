import { listFieldsRoute } from '../../../shared/fields/field-routes.ts';
import { readCatalogues } from '../../../shared/fields/field-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listFieldsOperation = operation(listFieldsRoute, async ({ actor, query: { of } }) => {
  const catalogues = await readCatalogues(actor.workspaceId, of && [of]);
  return { items: catalogues.flatMap(({ fields }) => fields) };
});
