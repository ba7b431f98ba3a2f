import { operation } from '../../../shared/platform/api.ts';
import { getWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

export const getWorkspaceOperation = operation(getWorkspaceRoute, ({ actor }) =>
  workspaceStore.get(actor.workspaceId, actor.workspaceId),
);
