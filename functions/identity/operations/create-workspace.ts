import { operation } from '../../../shared/platform/api.ts';
import { createWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { openWorkspace } from '../people/open-workspace.ts';

export const createWorkspaceOperation = operation(createWorkspaceRoute, ({ body, ...by }) =>
  openWorkspace(body, by),
);
