import { contactStore } from '../contacts/contact-store.ts';
import type { Context } from '../core/actor.ts';
import { hiddenFields } from '../core/rights.ts';
import { within } from '../core/scope.ts';
import { cameFrom } from './came-from.ts';
import type { Deal } from './deal.ts';

type Named = {
  contactId?: string | null | undefined;
  leadSource?: string | null | undefined;
  campaign?: string | null | undefined;
};

/**
 * What a deal that newly names its first contact takes of where they came from: one GetItem, and none where both were said. Whoever does
 * not see a field of the contact takes nothing of it, or the deal would show it.
 */
export async function takenFromContact(
  { contactId, leadSource, campaign }: Named,
  { actor }: Context,
  before: Partial<Deal> = {},
): Promise<ReturnType<typeof cameFrom>> {
  const said = {
    leadSource: leadSource === undefined ? before.leadSource : leadSource,
    campaign: campaign === undefined ? before.campaign : campaign,
  };
  const isSaid = said.leadSource !== undefined && said.campaign !== undefined;
  if (!contactId || before.contactId || isSaid) return {};
  const scope = within(actor);
  const contact = await contactStore.find(scope, contactId);
  if (!contact) return {}; // the transaction says so
  const hidden = hiddenFields(scope, 'contact', contact.ownerId);
  const seen = Object.entries(contact).filter(([name]) => !hidden.has(name));
  return cameFrom(Object.fromEntries(seen), said);
}
