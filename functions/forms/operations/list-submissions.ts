import type { Activity } from '../../../shared/activities/activity.ts';
import { listSubmissionsRoute } from '../../../shared/forms/form-routes.ts';
import { formStore } from '../../../shared/forms/form-store.ts';
import { submissionPage } from '../../../shared/forms/submission-list-store.ts';
import { operation } from '../../../shared/platform/api.ts';

const line = ({ id, at, contactId, dealIds, text, submission }: Activity) =>
  submission ? [{ ...submission, submissionId: id, at, contactId, dealIds, message: text }] : [];

export const listSubmissionsOperation = operation(listSubmissionsRoute, async ({ actor, query }) => {
  const { formId, ...page } = query;
  const { items, cursor } = await submissionPage(actor.workspaceId, formId, page);
  if (items.length === 0) await formStore.get(actor.workspaceId, formId);
  return { items: items.flatMap(line), cursor };
});
