import { cached } from '../platform/cache.ts';
import { recordStore } from '../platform/record-store.ts';
import { type Workspace, workspaceRecord } from './workspace.ts';

export const workspaceStore = recordStore(workspaceRecord);

/** WORKSPACE-1: one GetItem, at most every 30 s a process. What changes in a workspace's settings may wait that long. */
export const workspaceOf: (workspaceId: string) => Promise<Workspace> = cached(30_000, (id) =>
  workspaceStore.get(id, id),
);
