import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { hiddenFields } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { linkKindOf } from '../../../shared/links/link.ts';
import { linkEntries, seenRecords } from '../../../shared/links/link-store.ts';

/** A deal's own contact and those that are linked to it, once each: GetItem, Query, BatchGets. */
export async function listDealContacts(actor: Actor, dealId: string) {
  const scope = within(actor);
  const { contactId, ownerId } = await dealStore.get(scope, dealId);
  const primary = hiddenFields(actor, 'deal', ownerId).has('contactId') ? undefined : contactId;
  const links = (await linkEntries(actor.workspaceId, dealId)).filter(
    ({ other }) => linkKindOf(other) === 'contact',
  );
  const ids = [...new Set([...(primary ? [primary] : []), ...links.map(({ other }) => other)])];
  const seen = await seenRecords(scope, ids);
  const isMeant = (id: string | undefined, contact: Contact) =>
    id !== undefined && seen.get(id)?.id === contact.id;
  const contacts = new Map([...seen.values()].map((item) => [item.id, contactStore.parse(item)]));
  return {
    items: [...contacts.values()].map((contact) => ({
      contact,
      primary: isMeant(primary, contact),
      roles: [...new Set(links.filter(({ other }) => isMeant(other, contact)).map(({ label }) => label))],
    })),
  };
}
