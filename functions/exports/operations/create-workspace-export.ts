import { createWorkspaceExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { assertMayExport } from '../../../shared/exports/may-export.ts';
import { operation } from '../../../shared/platform/api.ts';
import { start } from '../running/start.ts';

const everything = { kind: 'workspace', format: 'zip', timeZone: 'UTC' } as const;
export const createWorkspaceExportOperation = operation(createWorkspaceExportRoute, ({ actor, ...by }) => {
  assertMayExport(actor, everything.kind);
  return start(everything, { actor, ...by });
});
