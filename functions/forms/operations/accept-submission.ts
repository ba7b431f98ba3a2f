import { activityStore } from '../../../shared/activities/activity-store.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { assertWithin, within } from '../../../shared/core/scope.ts';
import { withCheckedCustom } from '../../../shared/fields/custom-store.ts';
import { acceptSubmission } from '../../../shared/forms/accept.ts';
import { acceptSubmissionRoute } from '../../../shared/forms/form-routes.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** The contact's fields that a form's fields go to, as a body would set them. */
const fieldsSet = (names: string[]) => {
  const custom = names.flatMap((name) =>
    name.startsWith('custom.') ? [[name.slice(7), true] as const] : [],
  );
  const own = names.map((name) => [name === 'phone' ? 'phones' : name, true] as const);
  return { ...Object.fromEntries(own), ...(custom.length > 0 && { custom: Object.fromEntries(custom) }) };
};

export const acceptSubmissionOperation = operation(acceptSubmissionRoute, ({ params, body, ...by }) =>
  retryLostRace(async () => {
    const activity = await activityStore.find(within(by.actor), params.submissionId);
    if (!activity?.submission) throw notFound('submission', params.submissionId);
    const contact = await contactStore.find(within(by.actor), activity.contactId); // whom the id means now
    if (!contact) throw notFound('contact', activity.contactId);
    assertWithin(within(by.actor, 'edit'), 'contact', contact.id, contact.ownerId);
    assertMaySet(by.actor, 'contact', 'edit', contact.ownerId, fieldsSet(body.fields));
    const { emailFolding } = await workspaceOf(by.actor.workspaceId);
    const accepted = acceptSubmission(activity, contact, body.fields, emailFolding, by);
    const [taken, logged] = accepted.changes;
    if (!taken || !logged) return contact;
    const { change, also } = await withCheckedCustom({ change: taken as unknown as Kept<Contact> });
    await saveChanges([change, logged] as never, by, also);
    return change.after;
  }),
);
