import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { answeringWith } from '../../../shared/core/actor.ts';
import { type DataExport, startDataExport } from '../../../shared/exports/data-export.ts';
import { createDataExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { assertRoomForExport, dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { checked } from '../running/checked.ts';

export const createDataExportOperation = operation(createDataExportRoute, async ({ body, ...by }) => {
  const { actor } = by;
  const asked = await checked(actor, body);
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
});
