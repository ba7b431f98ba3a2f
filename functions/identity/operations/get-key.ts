import { getKeyRoute } from '../../../shared/identity/key-routes.ts';
import { keyWithUse } from '../../../shared/identity/key-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getKeyOperation = operation(getKeyRoute, ({ actor, params }) =>
  keyWithUse(actor.workspaceId, params.keyId),
);
