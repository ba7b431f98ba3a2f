import type { Contact } from '../../../shared/contacts/contact.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { AppError, invalidField } from '../../../shared/core/errors.ts';
import { hiddenFields } from '../../../shared/core/rights.ts';
import { mayKnowReason } from '../../../shared/mail/known-reason.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { contactErased } from '../../../shared/platform/record-store.ts';
import { isSample } from '../../../shared/sample/sample.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

type Email = Contact['emails'][number];

/** The address that is meant, in the contact's own spelling. Throws `contact_erased`, `contact_has_no_address`, `validation_failed`. */
export async function addressee(contact: Contact, to: string | undefined): Promise<Email> {
  if (contact.erasedAt) throw contactErased(contact.id);
  const { emailFolding } = await workspaceOf(contact.workspaceId);
  const [first] = contact.emails;
  if (!first)
    throw new AppError('unprocessable', 'contact_has_no_address', 'The contact has no e-mail address.');
  if (to === undefined) return first;
  const key = foldEmail(to.trim(), emailFolding);
  const found = contact.emails.find((email) => email.key === key);
  if (!found) throw invalidField('/to', 'address_of_another', 'It is none of the contact’s addresses.');
  return found;
}

/** Tells at once what would be decided when the mail leaves, and is decided again then. Throws `mail_refused`. */
export async function assertMayGet(
  actor: Actor,
  contact: Contact,
  to: string,
  marketing: boolean,
): Promise<void> {
  const reason = isSample(contact)
    ? 'sample_contact'
    : await mailRefusal(contact.workspaceId, { to, marketing, contactId: contact.id });
  if (!reason) return;
  const mayKnow = mayKnowReason(actor, hiddenFields(actor, 'contact', contact.ownerId))(reason);
  const detail = `No such mail goes to this address${mayKnow ? `: ${reason}` : ''}.`;
  throw new AppError('conflict', 'mail_refused', detail, {
    errors: [{ pointer: '/to', code: mayKnow ? reason : 'mail_refused', detail }],
  });
}
