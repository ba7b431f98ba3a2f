import * as z from 'zod';
import { type Permission, resources } from '../core/actor.ts';
import { idOf } from '../core/ids.ts';

export const Role = z.enum(['admin', 'manager', 'rep', 'support', 'marketing', 'readonly']);
export type Role = z.infer<typeof Role>;

/** What the authorizer found out: why the credential is refused, or whose it is and where they may act. */
export const Authorization = z.object({
  refused: z.string().optional(),
  userId: z.string().optional(),
  memberships: z
    .array(z.object({ workspaceId: idOf('workspace'), role: Role }))
    .max(20)
    .default([]),
});
export type Authorization = z.infer<typeof Authorization>;

const read = resources.map((resource): Permission => `${resource}:read`);
const work: Permission[] = [...read, 'contacts:write', 'activities:write', 'tasks:write'];
const sell: Permission[] = [...work, 'deals:write'];
const permissionsOf: Record<Role, readonly Permission[]> = {
  admin: [...read, ...resources.map((resource): Permission => `${resource}:write`)],
  manager: [...sell, 'pipelines:write', 'forms:write', 'templates:write', 'mail:write'],
  rep: sell,
  support: work,
  marketing: [...work, 'forms:write', 'templates:write'],
  readonly: read,
};
export const permissionsOfRole = (role: Role) => permissionsOf[role];
