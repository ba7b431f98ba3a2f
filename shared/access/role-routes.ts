import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { RoleId } from '../identity/membership.ts';
import { NewRole, RoleBody, RolePatch } from './role.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const rolePath = z.object({ roleId: RoleId });
const examplePath = { roleId: 'rl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listRolesRoute = defineRoute({
  operationId: 'listRoles',
  method: 'GET',
  path: '/v1/roles',
  tag: 'Roles',
  summary: 'The roles that there are: the built-in ones, then the workspace’s own by name',
  description: 'All of them at once: a workspace has at most 50 of its own.',
  access: 'roles:read',
  ...nothing,
  status: 200,
  response: z.object({ items: z.array(RoleBody) }),
  example: {},
});

export const getRoleRoute = defineRoute({
  operationId: 'getRole',
  method: 'GET',
  path: '/v1/roles/{roleId}',
  tag: 'Roles',
  summary: 'A role with its policy; `admin`, `rep` and the like for a built-in one',
  access: 'roles:read',
  ...nothing,
  params: rolePath,
  status: 200,
  response: RoleBody,
  errors: ['role_not_found'],
  example: { params: { roleId: 'rep' } },
});

export const createRoleRoute = defineRoute({
  operationId: 'createRole',
  method: 'POST',
  path: '/v1/roles',
  tag: 'Roles',
  summary: 'Make a role, from a policy or from another role',
  description:
    'Whoever may write roles may in the end do everything. Nothing may be edited, deleted or exported further than it is read. Send an Idempotency-Key to retry safely.',
  access: 'roles:write',
  ...nothing,
  body: NewRole,
  status: 201,
  response: RoleBody,
  errors: ['reference_unknown', 'role_name_taken', 'too_many_roles'],
  example: { body: { name: 'Field sales', from: 'rep' } },
});

export const patchRoleRoute = defineRoute({
  operationId: 'patchRole',
  method: 'PATCH',
  path: '/v1/roles/{roleId}',
  tag: 'Roles',
  summary: 'Rename a role, or change what it allows',
  description:
    'RFC 7396, in the policy too: what is not named stays, a field’s rule that is null goes, `settings` replace the list. It acts within 60 s.',
  access: 'roles:write',
  ...nothing,
  params: rolePath,
  body: RolePatch,
  status: 200,
  response: RoleBody,
  errors: ['role_not_found', 'role_built_in', 'role_name_taken', 'version_mismatch'],
  example: {
    params: examplePath,
    body: { policy: { fields: { contact: { phones: 'hidden', 'custom.birthday': 'readonly' } } } },
  },
});

export const deleteRoleRoute = defineRoute({
  operationId: 'deleteRole',
  method: 'DELETE',
  path: '/v1/roles/{roleId}',
  tag: 'Roles',
  summary: 'Delete a role that nobody has',
  access: 'roles:write',
  ...nothing,
  params: rolePath,
  status: 204,
  response: z.undefined(),
  errors: ['role_not_found', 'role_built_in', 'role_in_use', 'version_mismatch'],
  example: { params: examplePath },
});

export const roleRoutes = [listRolesRoute, getRoleRoute, createRoleRoute, patchRoleRoute, deleteRoleRoute];
