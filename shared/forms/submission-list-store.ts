import type { Activity } from '../activities/activity.ts';
import { formSubmissionsPk } from '../activities/activity-projection.ts';
import { activityStore } from '../activities/activity-store.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { whole } from '../core/scope.ts';
import { recordPage } from '../platform/record-list.ts';

/** FORM-5: newest first, one Query and one BatchGet a page. */
export const submissionPage = (
  workspaceId: string,
  formId: string,
  page: PageRequest,
): Promise<Page<Activity>> =>
  recordPage(
    { pk: formSubmissionsPk(workspaceId, formId), newestFirst: true },
    page,
    'submissions',
    (ids) => activityStore.getMany(whole(workspaceId), ids),
    ({ submission }) => submission?.formId === formId,
  );
