import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { Permission } from '../core/policy.ts';

const builtin = ['admin', 'manager', 'rep', 'support', 'marketing', 'readonly'] as const;
/** A role that is built in, by its name, or one that the workspace made, by its id. */
export const RoleId = z.union([z.enum(builtin), idOf('role', `one of ${builtin.join(', ')}, or `)]);
export type RoleId = z.infer<typeof RoleId>;
export const Roles = z.array(RoleId).min(1).max(10);

export const Membership = z.object({ workspaceId: idOf('workspace'), roles: Roles });
export type Membership = z.infer<typeof Membership>;

/** What the authorizer found out: why the credential is refused, or whose it is and where they may act. */
export const Authorization = z.object({
  refused: z.string().optional(),
  userId: z.string().optional(),
  memberships: z.array(Membership).max(20).default([]),
  /** The `sub` of the user's tokens. */
  subject: z.string().optional(),
  /** Of an access token. */
  sessionId: z.string().optional(),
  /** Of an API key: its id, its own roles, and the permissions that it is held to. */
  keyId: z.string().optional(),
  cap: Roles.optional(),
  scopes: z.array(Permission).optional(),
});
export type Authorization = z.infer<typeof Authorization>;
