import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import {
  fieldKinds,
  type GovernedKind,
  governedKinds,
  recordPermission,
  resourceOf,
  settingResources,
  type Verb,
} from '../core/policy.ts';
import { hiddenBeside, reachOf } from '../core/rights.ts';
import type { DataExport, ExportedKind } from './data-export.ts';

const refused = (needed: string) =>
  new AppError('forbidden', 'permission_missing', `This needs the permission ${needed}.`);

function assertMayExportKind({ permissions }: Actor, kind: ExportedKind): void {
  const needed = (['export', 'read'] as const).map((verb) => recordPermission(kind, verb));
  const missing = needed.find((permission) => !permissions.includes(permission));
  if (missing) throw refused(missing);
}

/** Whether one may do this to every record of a kind; an activity is read as its contact is. */
const reachesAll = (actor: Actor, kind: GovernedKind, verb: Verb): boolean =>
  reachOf(actor, kind, verb).reach === 'all';
/** Who takes everything along must be one who may read and export every record whole, and read all settings. */
function assertMayExportAll(actor: Actor): void {
  const out = governedKinds.find(
    (kind) => !reachesAll(actor, kind, 'read') || !reachesAll(actor, kind, 'export'),
  );
  if (out) throw refused(`${resourceOf[out]}:export for all of them`);
  const kind = fieldKinds.find((one) => hiddenBeside(actor, one).size > 0);
  if (kind) throw refused(`${resourceOf[kind]}:read for all of their fields`);
  const resource = settingResources.find((one) => !actor.permissions.includes(`${one}:read`));
  if (resource) throw refused(`${resource}:read`);
}

/**
 * Who takes records along must be one who may read and export some of them; of which of them decides each record's owner.
 * Throws `permission_missing`.
 */
export function assertMayExport(actor: Actor, kind: DataExport['kind']): void {
  if (kind === 'workspace') assertMayExportAll(actor);
  else assertMayExportKind(actor, kind);
}
