import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { NewWorkspace, WorkspaceBody, WorkspacePatch } from './workspace.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };

export const listWorkspacesRoute = defineRoute({
  operationId: 'listWorkspaces',
  method: 'GET',
  path: '/v1/workspaces',
  tag: 'Workspaces',
  summary: 'The workspaces of my credential',
  description: 'All of them at once: a person is in at most 20. An API key has one.',
  access: 'workspaces:read',
  ...nothing,
  status: 200,
  response: z.object({ items: z.array(WorkspaceBody) }),
  example: {},
});

export const createWorkspaceRoute = defineRoute({
  operationId: 'createWorkspace',
  method: 'POST',
  path: '/v1/workspaces',
  tag: 'Workspaces',
  summary: 'Make another workspace, whose administrator one is',
  description:
    'With a pipeline to begin with. Choose it by the header `Rapport-Workspace` from the next minute on. Mail comes in to it once a domain is held to it (`npm run workspace`). Send an Idempotency-Key to retry safely.',
  access: 'workspaces:write',
  ...nothing,
  body: NewWorkspace,
  status: 201,
  response: WorkspaceBody,
  errors: ['too_many_workspaces'],
  example: { body: { name: 'Acme Iberia', country: 'ES', timeZone: 'Europe/Madrid' } },
});

export const getWorkspaceRoute = defineRoute({
  operationId: 'getWorkspace',
  method: 'GET',
  path: '/v1/workspaces/current',
  tag: 'Workspaces',
  summary: 'The workspace and its settings',
  access: 'workspaces:read',
  ...nothing,
  status: 200,
  response: WorkspaceBody,
  errors: ['workspace_not_found'],
  example: {},
});

export const patchWorkspaceRoute = defineRoute({
  operationId: 'patchWorkspace',
  method: 'PATCH',
  path: '/v1/workspaces/current',
  tag: 'Workspaces',
  summary: 'Change the workspace’s settings',
  description:
    'RFC 7396. They act within 30 s, for what is made from then on; `neverLog` for what is received from then on. How addresses are told to be the same (`emailFolding`) is fixed.',
  access: 'workspaces:write',
  ...nothing,
  body: WorkspacePatch,
  status: 200,
  response: WorkspaceBody,
  errors: ['workspace_not_found', 'reference_unknown', 'version_mismatch'],
  example: { body: { currency: 'USD' } },
});

export const workspaceRoutes = [
  listWorkspacesRoute,
  createWorkspaceRoute,
  getWorkspaceRoute,
  patchWorkspaceRoute,
];
