import type { Permission } from '../../../../../client/src/index.ts';
import { type Kind, type ListedKind, permissionFor, plurals } from '../../../api/kinds.ts';

/** A list of records that have to do with one: of which kind, and where it is read. */
export type Related = {
  of: Kind;
  name: 'deals' | 'contacts' | 'subsidiaries' | 'orders' | 'tickets' | 'promises';
  path: string;
  query: Record<string, unknown>;
  /** All of it is one page. */
  isWhole?: boolean;
  needs: Permission;
};

type ListOf = Omit<Related, 'query'> & { field: string };
const by = (of: Kind, name: Related['name'], field: string): ListOf => ({
  of,
  name,
  path: `/v1/${plurals[of]}`,
  field,
  needs: permissionFor(of, 'read'),
});
const contactDeals = { ...by('deal', 'deals', ''), path: '/v1/contacts/{id}/deals' };
const dealContacts = { ...by('contact', 'contacts', ''), path: '/v1/deals/{id}/contacts', isWhole: true };

const lists: Partial<Record<ListedKind, ListOf[]>> = {
  contact: [contactDeals, by('ticket', 'tickets', 'contactId'), by('order', 'orders', 'contactId')],
  company: [
    by('contact', 'contacts', 'companyId'),
    by('deal', 'deals', 'companyId'),
    by('order', 'orders', 'companyId'),
    by('ticket', 'tickets', 'companyId'),
    by('company', 'subsidiaries', 'parentId'),
  ],
  deal: [
    dealContacts,
    by('promise', 'promises', 'dealId'),
    by('order', 'orders', 'dealId'),
    by('ticket', 'tickets', 'dealId'),
  ],
};

export const relatedTo = (kind: ListedKind, id: string): Related[] =>
  (lists[kind] ?? []).map(({ field, path, ...list }) => ({
    ...list,
    path: path.replace('{id}', id),
    query: field ? { [field]: id } : {},
  }));
