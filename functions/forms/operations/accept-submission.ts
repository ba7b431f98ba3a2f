import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { acceptSubmission } from '../../../shared/forms/accept.ts';
import { acceptSubmissionRoute } from '../../../shared/forms/form-routes.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const acceptSubmissionOperation = operation(acceptSubmissionRoute, ({ params, body, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const activity = await activityStore.find(workspaceId, params.submissionId);
    if (!activity?.submission) throw notFound('submission', params.submissionId);
    const contact = await contactStore.get(workspaceId, activity.contactId);
    const { emailFolding } = await workspaceOf(workspaceId);
    const accepted = acceptSubmission(activity, contact, body.fields, emailFolding, by);
    if (accepted.changes.length > 0) await saveChanges(accepted.changes, by);
    return accepted.contact;
  }),
);
