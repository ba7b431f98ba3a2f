import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { rehashWrites } from '../../../shared/mail/suppression-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { recordStore, writesOf } from '../../../shared/platform/record-store.ts';
import { keyedHash } from '../../../shared/privacy/address-hash-store.ts';
import { blockWrites } from '../../../shared/privacy/erased-address-store.ts';
import { type Erasure, erasureIdOf, requestErasure } from '../../../shared/privacy/erasure.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';
import { forgetContact } from '../../../shared/privacy/forget.ts';
import { writeLedger } from '../../../shared/privacy/ledger-store.ts';

const contacts = recordStore(contactRecord);

async function begin(contact: Contact, by: Context, known: readonly string[]): Promise<Erasure | undefined> {
  const { workspaceId, id } = contact;
  const earlier = await erasureStore.find(workspaceId, erasureIdOf(id));
  const stub = forgetContact(contact, by);
  if (!stub) return earlier;
  const keys = contact.emails.map(({ key }) => key);
  const hashes = await Promise.all(keys.map((key) => keyedHash(workspaceId, key)));
  const addresses = [...new Set([...known, ...hashes])];
  await writeLedger({ workspaceId, contactId: id, at: by.now, addresses });
  const asked = requestErasure(id, addresses, by, earlier);
  await erasureStore.save(asked, by, [
    ...writesOf(stub, by),
    ...blockWrites(workspaceId, addresses, { at: by.now, erasureId: asked.after.id }),
    ...(await rehashWrites(workspaceId, keys)),
  ]);
  return asked.after;
}

/**
 * Begins to erase a contact: the ledger first, then one transaction that makes a stub of the contact, frees and blocks its
 * addresses, and asks for the rest. The contacts that were merged into it are the same person and are erased with it. May be repeated: a contact that is erased answers with its erasure. `known` are keyed
 * hashes that the ledger has of it. Throws `contact_not_found`.
 */
export const beginErasure = (
  contactId: string,
  by: Context,
  known: readonly string[] = [],
): Promise<Erasure | undefined> =>
  retryLostRace(async () => {
    const contact = await contacts.get(by.actor.workspaceId, contactId);
    // Each by an erasure of its own, and before the contact: until it is empty itself, asking again begins what is left.
    for (const id of contact.erasedAt ? [] : (contact.mergedIds ?? [])) await beginErasure(id, by);
    return begin(contact, by, known);
  });
