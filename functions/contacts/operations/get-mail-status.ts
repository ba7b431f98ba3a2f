import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { hiddenFields } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { mayKnowReason } from '../../../shared/mail/known-reason.ts';
import { judgeMail } from '../../../shared/mail/refusal-store.ts';
import { getMailStatusRoute } from '../../../shared/mail/suppression-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

async function statusOf(actor: Actor, { id, ownerId, workspaceId, emails }: Contact, now: string) {
  const hidden = hiddenFields(actor, 'contact', ownerId);
  const mayKnow = mayKnowReason(actor, hidden);
  const addresses = emails.map(({ address }) => address);
  const { refusals } = await judgeMail(workspaceId, { addresses, marketing: true, contactId: id, now });
  return addresses.map((address, n) => {
    const refusal = refusals[n];
    return {
      ...(!hidden.has('emails') && { address }),
      allowed: refusal === undefined,
      ...(refusal && mayKnow(refusal) && { reason: refusal }),
    };
  });
}

export const getMailStatusOperation = operation(getMailStatusRoute, async ({ actor, params, now }) => {
  const contact = await contactStore.get(within(actor), params.contactId);
  return { items: await statusOf(actor, contact, now) };
});
