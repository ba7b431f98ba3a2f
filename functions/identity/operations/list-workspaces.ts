import { operation } from '../../../shared/platform/api.ts';
import { listWorkspacesRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { workspacesOf } from '../../../shared/workspaces/workspace-store.ts';
import { credentialOf } from '../people/credential-of.ts';

export const listWorkspacesOperation = operation(listWorkspacesRoute, async ({ event }) => ({
  items: await workspacesOf(credentialOf(event).workspaceIds),
}));
