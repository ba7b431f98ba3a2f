import { type Kept, nextVersion } from '../core/record.ts';
import { whole } from '../core/scope.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { type AddressTold, emailsTold } from './bounces.ts';
import { type Contact, contactRecord } from './contact.ts';
import { contactStore } from './contact-store.ts';
import { foldEmail } from './email-address.ts';

type Mail = { workspaceId: string; to: string; contactId?: string | undefined };

/** CONTACT-1, CONTACT-2: whom a mail was for, or the one that it was merged into; where they have its address no more, who has it now. */
async function holderOf({ workspaceId, contactId }: Mail, key: string): Promise<Contact | undefined> {
  const scope = whole(workspaceId);
  const named = contactId ? await contactStore.find(scope, contactId) : undefined;
  if (named?.emails.some((email) => email.key === key)) return named;
  return contactStore.findByUnique(scope, { name: 'email', value: key });
}

/**
 * What is told of a mail's address as a change of the contact that has it, for the transaction that notes it on the mail; undefined
 * where nobody in sight has the address, or where nothing changes. One GetItem, up to three where the address has moved.
 */
export async function contactTold(
  mail: Mail,
  told: AddressTold,
  now: string,
): Promise<Kept<Contact> | undefined> {
  const { emailFolding } = await workspaceOf(mail.workspaceId);
  const key = foldEmail(mail.to.trim(), emailFolding);
  const contact = await holderOf(mail, key);
  const emails = contact && emailsTold(contact.emails, key, told);
  if (!emails) return undefined;
  return { of: contactRecord, before: contact, after: nextVersion(contact, { emails }, now), events: [] };
}
