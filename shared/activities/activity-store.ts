import type { Page, PageRequest } from '../core/page.ts';
import type { Write } from '../platform/commit.ts';
import { recordPage } from '../platform/record-list.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { type Activity, activityRecord } from './activity.ts';
import { contactActivitiesPk } from './activity-projection.ts';

/** ACTIVITY-1: by id, one GetItem. */
export const activityStore = recordStore(activityRecord);

/** ACTIVITY-2: newest first, what is planned before all; one Query and one BatchGet a page. */
export const contactActivityPage = (
  workspaceId: string,
  contactId: string,
  page: PageRequest,
): Promise<Page<Activity>> =>
  recordPage(
    { pk: contactActivitiesPk(workspaceId, contactId), newestFirst: true },
    page,
    'activities',
    (ids) => activityStore.getMany(workspaceId, ids),
    (activity) => activity.contactId === contactId,
  );

/** Holds a write to the being there of every deal that an activity names. */
export const dealsMustExist = (workspaceId: string, dealIds: string[]): Write[] =>
  dealIds.map((id) => mustExist(workspaceId, 'deal', id, '/dealIds'));
