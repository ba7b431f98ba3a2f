import { operation } from '../../../shared/platform/api.ts';
import { erasurePage } from '../../../shared/privacy/erasure-store.ts';
import { listErasuresRoute } from '../../../shared/privacy/privacy-routes.ts';

export const listErasuresOperation = operation(listErasuresRoute, ({ actor, query }) =>
  erasurePage(actor.workspaceId, query),
);
