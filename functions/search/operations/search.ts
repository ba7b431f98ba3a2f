import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { termsOf } from '../../../shared/search/search-query.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { search } from '../../../shared/search/search-store.ts';
import { searchKinds } from '../../../shared/search/searchable.ts';

export const searchOperation = operation(searchRoute, ({ actor, query }) => {
  const { q, types = searchKinds, limit } = query;
  return search(within(actor), { terms: termsOf(q), kinds: types, limit });
});
