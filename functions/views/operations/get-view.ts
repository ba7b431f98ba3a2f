import { operation } from '../../../shared/platform/api.ts';
import { assertSeesView } from '../../../shared/views/may-view.ts';
import { getViewRoute } from '../../../shared/views/view-routes.ts';
import { seenView } from '../../../shared/views/view-store.ts';

export const getViewOperation = operation(getViewRoute, ({ actor, params }) =>
  seenView(actor, params.viewId, assertSeesView),
);
