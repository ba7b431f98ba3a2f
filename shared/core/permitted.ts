import type { Actor } from './actor.ts';
import { AppError } from './errors.ts';
import type { Permission } from './policy.ts';

/** What a route does not ask for by itself. Throws `permission_missing`. */
export function assertPermitted({ permissions }: Actor, permission: Permission): void {
  if (permissions.includes(permission)) return;
  throw new AppError('forbidden', 'permission_missing', `This needs the permission ${permission}.`);
}
