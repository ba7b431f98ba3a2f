import { operation } from '../../../shared/platform/api.ts';
import { listWorkspacesRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { workspacesOf } from '../../../shared/workspaces/workspace-store.ts';
import { workspaceIdsOf } from '../people/workspace-ids.ts';

export const listWorkspacesOperation = operation(listWorkspacesRoute, async ({ event }) => ({
  items: await workspacesOf(workspaceIdsOf(event)),
}));
