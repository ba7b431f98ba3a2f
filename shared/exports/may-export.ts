import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { recordPermission } from '../core/policy.ts';
import type { ExportedKind } from './data-export.ts';

/**
 * Who takes records along must be one who may read and export some of them; of which of them decides each record's owner.
 * Throws `permission_missing`.
 */
export function assertMayExport({ permissions }: Pick<Actor, 'permissions'>, kind: ExportedKind): void {
  const needed = (['export', 'read'] as const).map((verb) => recordPermission(kind, verb));
  const missing = needed.find((permission) => !permissions.includes(permission));
  if (!missing) return;
  throw new AppError('forbidden', 'permission_missing', `This needs the permission ${missing}.`);
}
