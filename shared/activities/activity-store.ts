import type { Write } from '../platform/commit.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { activityRecord } from './activity.ts';

/** ACTIVITY-1: by id, one GetItem. */
export const activityStore = recordStore(activityRecord);

/** Holds a write to the being there of every deal that an activity names. */
export const dealsMustExist = (workspaceId: string, dealIds: string[]): Write[] =>
  dealIds.map((id) => mustExist(workspaceId, 'deal', id, '/dealIds'));
