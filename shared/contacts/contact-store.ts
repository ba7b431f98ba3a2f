import { invalidField } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { ownerPk, ownersFor, partitionsFor } from '../core/scoped-list.ts';
import { ownedStore } from '../platform/owned-store.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { type Contact, contactRecord } from './contact.ts';
import type { ContactOrder } from './contact-orders.ts';
import { contactListPk } from './contact-projection.ts';
import { foldEmail } from './email-address.ts';

/** CONTACT-1: by id, one GetItem. */
export const contactStore = ownedStore(contactRecord);

/** CONTACT-2: by any spelling of an e-mail address, two GetItems (one where nobody has it and all is in reach). */
export const findContactByEmail = (
  scope: Scope,
  address: string,
  folding: EmailFolding,
): Promise<Contact | undefined> =>
  contactStore.findByUnique(scope, { name: 'email', value: foldEmail(address, folding) });

export type ContactList = {
  order: ContactOrder;
  direction: 'asc' | 'desc';
  /** Whose; all that is in reach where nothing is said. */
  owner?: { id: string | undefined } | undefined;
};

const mostOwners = 20;
function partitionsOf(scope: Scope, base: string, { order, owner }: ContactList): string[] {
  if (owner) return mayRead(scope, 'contact', owner.id) ? [ownerPk(base, owner.id)] : [];
  if (order !== 'name') return partitionsFor(scope, 'contact', base);
  const owners = ownersFor(scope, 'contact', base);
  if (owners.length <= mostOwners + 1) return owners;
  const detail = `By name a page merges the lists of at most ${mostOwners} owners; say whose with ownerId, or sort by created or updated.`;
  throw invalidField('?/sort', 'order_too_wide', detail);
}

/**
 * CONTACT-3: the contacts in reach, in an order: a Query for each partition that they lie in (one for everybody's, one's own
 * or a team's; one more for nobody's) and one BatchGet a page. By name a team is read owner by owner, at most 20.
 */
export function contactPage(scope: Scope, list: ContactList, page: PageRequest): Promise<Page<Contact>> {
  const base = contactListPk(scope.workspaceId, list.order);
  const { direction, owner } = list;
  return ownedPage(
    { base, partitions: partitionsOf(scope, base, list), newestFirst: direction === 'desc' },
    page,
    'contacts',
    (ids) => contactStore.getMany(scope, ids),
    (contact) => owner === undefined || contact.ownerId === owner.id,
  );
}
