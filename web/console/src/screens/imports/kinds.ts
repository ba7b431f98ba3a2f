import type { Import, Permission } from '../../../../client/src/index.ts';
import { type ListedKind, listedKinds, plurals } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';

export type ImportKind = Import['kind'];
/** What a row of a file can be, in the order in which it is offered. */
const importKinds = [
  'contact',
  'company',
  'deal',
  'product',
  'order',
  'activity',
] as const satisfies readonly ImportKind[];

/** Whether a file of such rows can be brought in. */
export const isImported = (kind: string): boolean => importKinds.some((one) => one === kind);
/** Whether records of the kind have pages of their own. */
export const isListed = (kind: string): kind is ListedKind & ImportKind =>
  (listedKinds as readonly string[]).includes(kind);
const permission = (kind: ImportKind, act: 'create' | 'edit' | 'delete'): Permission =>
  `${kind === 'activity' ? 'activities' : plurals[kind]}:${act}`;

/** What one may do with an import of a kind. */
export function useImportRights(kind: ImportKind) {
  const may = useMay();
  const mayWrite = may('imports:write') && may(permission(kind, 'create'));
  return {
    mayWrite,
    mayChange: mayWrite && may(permission(kind, 'edit')),
    mayUndo: may('imports:write') && may(permission(kind, 'delete')),
  };
}
/** The kinds that one may bring in. */
export function useImportableKinds(): ImportKind[] {
  const may = useMay();
  return importKinds.filter((kind) => may('imports:write') && may(permission(kind, 'create')));
}
