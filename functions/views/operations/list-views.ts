import { operation } from '../../../shared/platform/api.ts';
import { assertHasViews } from '../../../shared/views/may-view.ts';
import { listViewsRoute } from '../../../shared/views/view-routes.ts';
import { viewPage } from '../../../shared/views/view-store.ts';

export const listViewsOperation = operation(listViewsRoute, async ({ actor, query: { of, ...page } }) => {
  assertHasViews(actor);
  return viewPage(actor, of, page);
});
