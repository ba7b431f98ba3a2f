import type { Contact } from '../../../shared/contacts/contact.ts';
import { foldEmail } from '../../../shared/contacts/email-address.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { contactValues, type MergeValues } from '../../../shared/mail/merge-fields.ts';
import { queueMessage } from '../../../shared/mail/message.ts';
import { saveClaimed } from '../../../shared/mail/message-store.ts';
import { renderMail } from '../../../shared/mail/render.ts';
import { templateOf } from '../../../shared/mail/template-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export type Welcome = {
  workspaceId: string;
  /** The form or the mailbox that welcomes; a person is welcomed once by each. */
  sourceId: string;
  templateId: string;
  contact: Contact;
  /** The address that was written to us; one of the contact's. */
  address?: string | undefined;
  dealId?: string | undefined;
  /** The conversation that it goes on; a new one where nothing is said. */
  threadId?: string | undefined;
  inReplyTo?: string | undefined;
  values: MergeValues;
  /** The event that asks for it, and when that was. */
  cause: string;
};

/** The contact's address that was meant: the same mailbox in the contact's spelling, never one that only a form named. */
async function addressFor({
  workspaceId,
  contact,
  address,
}: Welcome): Promise<Contact['emails'][number] | undefined> {
  const { emailFolding } = await workspaceOf(workspaceId);
  const key = address && foldEmail(address.trim(), emailFolding);
  return contact.emails.find((email) => email.key === key) ?? contact.emails[0];
}

async function ownerName(workspaceId: string, { ownerId }: Contact): Promise<string | undefined> {
  return ownerId && (await userStore.find(workspaceId, ownerId))?.name;
}

/** Queues the mail that thanks a contact, once for each form or mailbox. Nothing where the contact has no address. */
export async function writeWelcome(welcome: Welcome): Promise<void> {
  const { workspaceId, sourceId, templateId, contact, dealId, inReplyTo } = welcome;
  const email = await addressFor(welcome);
  if (!email) return;
  const to = email.address;
  const now = new Date().toISOString();
  const by = systemContext(workspaceId, 'mail', sourceId, now, welcome.cause);
  const [template, workspace] = await Promise.all([
    templateOf(workspaceId, templateId),
    workspaceOf(workspaceId),
  ]);
  const values: MergeValues = {
    ...contactValues(contact, to),
    'workspace.name': workspace.name,
    'owner.name': await ownerName(workspaceId, contact),
    'sender.name': workspace.name,
    ...welcome.values,
  };
  const threadId = welcome.threadId ?? newId('thread', now);
  const rendered = template ? renderMail(template, values) : { subject: '', text: '', html: '' };
  const marketing = template?.marketing ?? false;
  const about = { contactId: contact.id, threadId, templateId, to, ...(dealId && { dealId }) };
  const news = email.bouncedAt && { toBounced: true };
  const mail = { ...about, ...rendered, marketing, ...(inReplyTo && { inReplyTo }), ...news };
  const claim = `welcome:${sourceId}:${contact.id}`;
  const skipped = template ? undefined : 'template_missing';
  const change = queueMessage({ claim, purpose: 'welcome', ...mail }, by, skipped);
  const opens = { threadId, contactId: contact.id, dealIds: dealId ? [dealId] : [] };
  await saveClaimed(change, by, welcome.threadId ? undefined : opens);
}
