import * as z from 'zod';
import { PageQuery, pageOf } from '../core/page.ts';
import { Permission } from '../core/policy.ts';
import { defineRoute } from '../core/route.ts';
import { WorkspaceBody } from '../workspaces/workspace.ts';
import { UserBody } from './user.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };

export const listUsersRoute = defineRoute({
  operationId: 'listUsers',
  method: 'GET',
  path: '/v1/users',
  tag: 'Users',
  summary: 'The members of the workspace, by name',
  access: 'users:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(UserBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 100 } },
});

export const getMeRoute = defineRoute({
  operationId: 'getMe',
  method: 'GET',
  path: '/v1/users/me',
  tag: 'Users',
  summary: 'Who I am in this workspace, and what I may do',
  description: 'The header `Rapport-Workspace` chooses the workspace where a credential has several.',
  access: 'users:read',
  ...nothing,
  status: 200,
  response: UserBody.extend({ permissions: z.array(Permission) }),
  errors: ['user_not_found'],
  example: {},
});

export const getWorkspaceRoute = defineRoute({
  operationId: 'getWorkspace',
  method: 'GET',
  path: '/v1/workspaces/current',
  tag: 'Users',
  summary: 'The workspace and its settings',
  access: 'users:read',
  ...nothing,
  status: 200,
  response: WorkspaceBody,
  errors: ['workspace_not_found'],
  example: {},
});

export const userRoutes = [listUsersRoute, getMeRoute, getWorkspaceRoute];
