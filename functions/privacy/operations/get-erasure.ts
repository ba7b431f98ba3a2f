import { operation } from '../../../shared/platform/api.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';
import { getErasureRoute } from '../../../shared/privacy/privacy-routes.ts';

export const getErasureOperation = operation(getErasureRoute, ({ actor, params }) =>
  erasureStore.get(actor.workspaceId, params.erasureId),
);
