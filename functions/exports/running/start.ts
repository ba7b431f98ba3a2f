import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { answeringWith, type Context } from '../../../shared/core/actor.ts';
import { type DataExport, startDataExport } from '../../../shared/exports/data-export.ts';
import { assertRoomForExport, dataExportStore } from '../../../shared/exports/data-export-store.ts';

/** Asks for an export, which is on record in the same transaction. Throws `too_many_exports`. */
export async function start(asked: Parameters<typeof startDataExport>[0], by: Context): Promise<DataExport> {
  const { actor } = by;
  await assertRoomForExport(actor);
  const change = startDataExport(asked, by);
  const { id } = change.after;
  const line = {
    ...byContext(by),
    id: auditId('export.made', id),
    action: 'export.made' as const,
    record: { kind: 'dataExport', id },
  };
  await dataExportStore.save(
    change,
    answeringWith(by, (stored: DataExport) => stored),
    auditWrites(actor.workspaceId, line),
  );
  return change.after;
}
