import { readCatalogue } from '../fields/field-store.ts';
import type { ReportKind, Workspace } from '../workspaces/workspace.ts';
import { assertSplits } from './report-field.ts';

/** Holds the fields that are newly chosen for reports to being such; one GetItem each. Throws as `assertSplits` does. */
export async function assertReportFields(
  { reportFields: before }: Workspace,
  { id, reportFields }: Workspace,
): Promise<void> {
  for (const [kind, key] of Object.entries(reportFields) as [ReportKind, string | undefined][])
    if (key !== undefined && key !== before[kind]) assertSplits(kind, key, await readCatalogue(id, kind));
}
