import { recordStore } from '../platform/record-store.ts';
import { activityRecord } from './activity.ts';

/** ACTIVITY-1: by id, one GetItem. */
export const activityStore = recordStore(activityRecord);
