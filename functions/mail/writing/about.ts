import { activityStore } from '../../../shared/activities/activity-store.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { invalidField, referenceUnknown } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import type { Thread } from '../../../shared/mail/thread.ts';
import { idsOf } from '../../../shared/platform/merged.ts';

/** A contact whom one may write to: in sight, with the address. Throws `contact_not_found`, `field_forbidden`. */
export async function contactFor(actor: Actor, contactId: string): Promise<Contact> {
  const contact = await contactStore.get(within(actor), contactId);
  assertMayAsk(actor, 'contact', ['emails']);
  return contact;
}

/** The deal that a mail is about. Throws `reference_unknown`, `validation_failed`. */
export async function dealFor(
  actor: Actor,
  contact: Contact,
  dealId: string | undefined,
): Promise<Deal | undefined> {
  if (!dealId) return undefined;
  const deal = await dealStore.find(within(actor), dealId);
  if (!deal) throw referenceUnknown('/dealId', `There is no deal ${dealId}.`);
  if (!idsOf(contact).includes(deal.contactId ?? ''))
    throw invalidField('/dealId', 'deal_of_another', 'The deal is not the contact’s.');
  return deal;
}

type InThread = { threadId: string; inReplyTo?: string | undefined; opens?: Thread };
/** The conversation that a mail goes on, or that it opens. Throws `reference_unknown`. */
export async function threadFor(
  actor: Actor,
  contact: Contact,
  { inReplyTo, dealId }: { inReplyTo?: string | undefined; dealId?: string | undefined },
  now: string,
): Promise<InThread> {
  if (!inReplyTo) {
    const threadId = newId('thread', now);
    return { threadId, opens: { threadId, contactId: contact.id, dealIds: dealId ? [dealId] : [] } };
  }
  const activity = await activityStore.find(within(actor), inReplyTo);
  if (!activity?.mail || !idsOf(contact).includes(activity.contactId))
    throw referenceUnknown('/inReplyTo', `No mail ${inReplyTo} stands on the contact’s timeline.`);
  const { threadId, messageId } = activity.mail;
  return { threadId, inReplyTo: messageId };
}
