import { nameOf } from '../core/projection.ts';
import { retryLostRace } from '../platform/again.ts';
import { cached } from '../platform/cache.ts';
import { getItems } from '../platform/dynamo.ts';
import { recordStore, saveChanges } from '../platform/record-store.ts';
import { createWorkspace, type GivenWorkspace, type WorkspaceIds } from './create-workspace.ts';
import { type Workspace, workspaceRecord } from './workspace.ts';

export const workspaceStore = recordStore(workspaceRecord);

/** WORKSPACE-1: one GetItem, at most every 30 s a process. What changes in a workspace's settings may wait that long. */
export const workspaceOf: (workspaceId: string) => Promise<Workspace> = cached(30_000, (id) =>
  workspaceStore.get(id, id),
);

/** WORKSPACE-2: those of somebody's several, in the order of the ids; one BatchGet. */
export async function workspacesOf(ids: readonly string[]): Promise<Workspace[]> {
  const items = await getItems(ids.map((id) => workspaceStore.keyOf(id, id)));
  return ids.flatMap((id) => {
    const item = items.get(nameOf(workspaceStore.keyOf(id, id)));
    return item ? [workspaceStore.parse(item)] : [];
  });
}

/** Makes a workspace with its default pipeline in one transaction. With its `id` given it may be done again: the one that is there stays. */
export function addWorkspace(given: GivenWorkspace, now: string, ids: WorkspaceIds = {}): Promise<Workspace> {
  const { by, workspace, pipeline } = createWorkspace(given, now, ids);
  const { id } = workspace.after;
  return retryLostRace(async () => {
    const there = ids.id && (await workspaceStore.find(id, id));
    if (there) return there;
    await saveChanges([workspace as never, pipeline as never], by);
    return workspace.after;
  });
}
