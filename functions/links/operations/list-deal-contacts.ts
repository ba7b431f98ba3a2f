import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { hiddenFields } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { linkKindOf } from '../../../shared/links/link.ts';
import { linkEntries } from '../../../shared/links/link-store.ts';

/** A deal's own contact and those that are linked to it, once each: GetItem, Query, BatchGets. */
export async function listDealContacts(actor: Actor, dealId: string) {
  const scope = within(actor);
  const { contactId, ownerId } = await dealStore.get(scope, dealId);
  const primary = hiddenFields(actor, 'deal', ownerId).has('contactId') ? undefined : contactId;
  const links = (await linkEntries(actor.workspaceId, dealId)).filter(
    ({ other }) => linkKindOf(other) === 'contact',
  );
  const ids = [...new Set([...(primary ? [primary] : []), ...links.map(({ other }) => other)])];
  const contacts = ids.length > 0 ? await contactStore.getMany(scope, ids) : [];
  return {
    items: contacts.map((contact) => ({
      contact,
      primary: contact.id === primary,
      roles: links.filter(({ other }) => other === contact.id).map(({ label }) => label),
    })),
  };
}
