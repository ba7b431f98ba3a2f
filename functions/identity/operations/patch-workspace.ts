import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustExist } from '../../../shared/platform/record-store.ts';
import { assertReportFields } from '../../../shared/reports/report-field-store.ts';
import { patchWorkspace } from '../../../shared/workspaces/workspace.ts';
import { patchWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

export const patchWorkspaceOperation = operation(patchWorkspaceRoute, ({ body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const workspace = await workspaceStore.get(workspaceId, workspaceId);
    assertMatch(workspace, match);
    const change = patchWorkspace(workspace, body, by);
    if (changesNothing(change)) return workspace;
    await assertReportFields(workspace, change.after);
    const { defaultPipelineId: id } = body;
    const pipeline = id ? [mustExist(workspaceId, 'pipeline', id, '/defaultPipelineId')] : [];
    await workspaceStore.save(change, by, pipeline);
    return change.after;
  }),
);
