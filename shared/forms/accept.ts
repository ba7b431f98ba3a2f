import type { Activity } from '../activities/activity.ts';
import { activityRecord } from '../activities/activity.ts';
import { type Contact, ContactPatch, patchContact } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { type Change, nextVersion } from '../core/record.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { fieldsOf } from './fill.ts';

/** What a person takes of a submission: the contact's and the submission's change; none where all of it is taken already. */
export type Accepted = { contact: Contact; changes: Change[] };

/** Throws `field_not_differing` for what the submission never said differently. */
export function acceptSubmission(
  activity: Activity,
  contact: Contact,
  fields: string[],
  folding: EmailFolding,
  by: Context,
): Accepted {
  const { submission } = activity;
  const { differing = {}, accepted = [] } = submission ?? {};
  const wrong = fields.findIndex((field) => !Object.hasOwn(differing, field) && !accepted.includes(field));
  if (wrong >= 0) {
    const detail = `The submission says nothing else of ${fields[wrong]}.`;
    throw invalidField(`/fields/${wrong}`, 'field_not_differing', detail);
  }
  const taken = [...new Set(fields)].filter((field) => Object.hasOwn(differing, field));
  if (taken.length === 0 || !submission) return { contact, changes: [] };
  const chosen = Object.fromEntries(Object.entries(differing).filter(([field]) => taken.includes(field)));
  const left = Object.fromEntries(Object.entries(differing).filter(([field]) => !taken.includes(field)));
  const { phones = [], ...others } = fieldsOf(chosen);
  const all = [...phones, ...contact.phones].slice(0, 10);
  const patch = ContactPatch.parse({ ...others, ...(phones.length > 0 && { phones: all }) });
  const change = patchContact(contact, patch, folding, by);
  const next = { ...submission, differing: left, accepted: [...accepted, ...taken] };
  const logged: Change<Activity> = {
    of: activityRecord,
    before: activity,
    after: nextVersion(activity, { submission: next }, by.now),
    events: [],
  };
  return { contact: change.after, changes: [change, logged] as unknown as Change[] };
}
