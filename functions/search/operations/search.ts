import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { diallingIn } from '../../../shared/search/dialling.ts';
import { mayHoldNumber, termsOf } from '../../../shared/search/search-query.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { search } from '../../../shared/search/search-store.ts';
import { searchKinds } from '../../../shared/search/searchable.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const searchOperation = operation(searchRoute, async ({ actor, query }) => {
  const { q, types = searchKinds, limit } = query;
  const dialling = mayHoldNumber(q)
    ? await diallingIn((await workspaceOf(actor.workspaceId)).country)
    : undefined;
  return search(within(actor), { terms: termsOf(q, dialling), kinds: types, limit });
});
