import { activityStore } from '../../shared/activities/activity-store.ts';
import { whole } from '../../shared/core/scope.ts';
import { formSubmitted } from '../../shared/forms/form-events.ts';
import { joinViews } from '../../shared/forms/page-view-store.ts';
import { consumer } from '../../shared/platform/consumer.ts';

/** With the visitor's consent: what they looked at before they sent the form joins their contact. */
export const handler = consumer([formSubmitted], async ({ workspaceId, at, data }) => {
  const activity = await activityStore.find(whole(workspaceId), data.submissionId);
  const visitorId = activity?.submission?.visitorId;
  if (visitorId) await joinViews(workspaceId, visitorId, data.contactId, at);
});
