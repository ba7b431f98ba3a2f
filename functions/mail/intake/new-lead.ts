import { type Contact, createContact } from '../../../shared/contacts/contact.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Change } from '../../../shared/core/record.ts';
import { clip } from '../../../shared/core/text.ts';
import { cameFrom } from '../../../shared/deals/came-from.ts';
import { createDeal, type Deal } from '../../../shared/deals/deal.ts';
import { pipelineOf } from '../../../shared/deals/deal-store.ts';
import { withOpenCustom } from '../../../shared/fields/open-door-store.ts';
import { ownerInTurn } from '../../../shared/identity/turn-store.ts';
import type { MailName } from '../../../shared/mail/intake.ts';
import type { Mailbox } from '../../../shared/mail/mailbox.ts';
import { personOf } from '../../../shared/mail/parse-sender.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** What a stranger's mail makes. */
export type Lead = { contact: Change<Contact> & { after: Contact }; deal?: Change<Deal> & { after?: Deal } };

const ownerOf = (workspaceId: string, { id, ownerId, roundRobin }: Mailbox) =>
  ownerInTurn(workspaceId, id, ownerId ? [ownerId] : roundRobin);

/** The deal that a new lead's mail opens; none where the pipeline's first stage asks for what a mail cannot say. */
async function dealFor(contact: Contact, mailbox: Mailbox, subject: string, by: Context) {
  const { currency, defaultPipelineId } = await workspaceOf(contact.workspaceId);
  const pipeline = await pipelineOf(contact.workspaceId, defaultPipelineId);
  const name = clip(subject.trim(), 200) || contact.emails[0]?.address || contact.id;
  const given = { name, contactId: contact.id, ownerId: contact.ownerId, ...cameFrom(contact) };
  try {
    return createDeal(given, { pipeline, currency }, by, { source: { kind: 'mail', id: mailbox.id } });
  } catch (error) {
    if (error instanceof AppError && error.code === 'stage_fields_missing') return undefined;
    throw error;
  }
}

/** A contact of the sender's name and address, with what the mailbox gives to new leads. */
export async function newLead(
  sender: MailName,
  mailbox: Mailbox | undefined,
  subject: string,
  by: Context,
): Promise<Lead> {
  const { workspaceId } = by.actor;
  const { emailFolding } = await workspaceOf(workspaceId);
  const given = {
    ...personOf(sender.name),
    emails: [{ address: sender.address }],
    phones: [],
    lifecycle: 'lead' as const,
    ownerId: mailbox && (await ownerOf(workspaceId, mailbox)),
    tags: mailbox?.tags ?? [],
    custom: {},
  };
  const made = createContact(given, emailFolding, by, { source: { kind: 'mail', id: mailbox?.id } });
  const contact = (await withOpenCustom(made)) as Lead['contact'];
  const deal = mailbox?.opensDeal ? await dealFor(contact.after, mailbox, subject, by) : undefined;
  return { contact, ...(deal && { deal }) };
}
