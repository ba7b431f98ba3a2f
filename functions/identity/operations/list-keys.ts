import { listKeysRoute } from '../../../shared/identity/key-routes.ts';
import { keyPage } from '../../../shared/identity/key-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listKeysOperation = operation(listKeysRoute, ({ actor, query }) =>
  keyPage(actor.workspaceId, query),
);
