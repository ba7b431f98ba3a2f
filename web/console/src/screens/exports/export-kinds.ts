import type { NewDataExport, Permission } from '../../../../client/src/index.ts';
import { listedKinds, plurals } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';

export type ExportedKind = NewDataExport['kind'];
/** The kinds that can be taken along, in the order in which they are offered: some have no list of their own. */
const exportedKinds = [...listedKinds, 'activity', 'promise'] as const satisfies readonly ExportedKind[];

const resources: Record<ExportedKind, string> = { ...plurals, activity: 'activities' };
const needed = (kind: ExportedKind) =>
  (['export', 'read'] as const).map((act) => `${resources[kind]}:${act}` as Permission);

/** Of which kinds somebody may take some along. */
export function useExportedKinds(): ExportedKind[] {
  const may = useMay();
  return exportedKinds.filter((kind) => needed(kind).every((permission) => may(permission)));
}
