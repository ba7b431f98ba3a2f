import { type Context, systemContext } from '../core/actor.ts';
import { newId } from '../core/ids.ts';
import type { Kept } from '../core/record.ts';
import { defaultStages, Pipeline, pipelineRecord } from '../deals/pipeline.ts';
import { type NewWorkspace, Workspace, workspaceRecord } from './workspace.ts';

export type GivenWorkspace = NewWorkspace & Partial<Pick<Workspace, 'emailFolding'>>;
/** Where a workspace is made twice, by a step that may run again, its ids are given. */
export type WorkspaceIds = { id?: string; pipelineId?: string };

const usual = {
  emailFolding: { plusTag: true, gmailDots: true },
  currency: 'EUR',
  country: 'DE',
  timeZone: 'Europe/Berlin',
} satisfies Partial<Workspace>;

export type CreatedWorkspace = { by: Context; workspace: Kept<Workspace>; pipeline: Kept<Pipeline> };

/** A workspace with its default pipeline: two changes for one transaction, by the system in the new workspace. */
export function createWorkspace(
  given: GivenWorkspace,
  now: string,
  ids: WorkspaceIds = {},
): CreatedWorkspace {
  const { id = newId('workspace', now), pipelineId = newId('pipeline', now) } = ids;
  const base = { workspaceId: id, version: 1, createdAt: now, updatedAt: now };
  const workspace = Workspace.parse({ ...usual, ...given, ...base, id, defaultPipelineId: pipelineId });
  const pipeline = Pipeline.parse({ ...base, id: pipelineId, name: 'Sales', stages: defaultStages });
  return {
    by: systemContext(id, 'system', 'workspaces', now),
    workspace: { of: workspaceRecord, before: undefined, after: workspace, events: [] },
    pipeline: { of: pipelineRecord, before: undefined, after: pipeline, events: [] },
  };
}
