import { useQuery } from '@tanstack/react-query';
import type { AnyRecord, ListedKind } from '../../../../api/kinds.ts';
import { recordQuery } from '../../../../api/records.ts';

/** Where a mail to a contact is written: on their page, or on that of a deal of theirs, which it is about then. */
export type Desk = { contactId: string; dealId?: string | undefined };

/** The page that a mail is written on. */
export const pageOf = ({ contactId, dealId }: Desk): { kind: ListedKind; id: string } =>
  dealId ? { kind: 'deal', id: dealId } : { kind: 'contact', id: contactId };

/** Where mails are written on the page of a record; undefined where it is about nobody to whom one writes. */
export function deskAt(kind: ListedKind, { id, contactId }: AnyRecord): Desk | undefined {
  if (kind === 'contact') return { contactId: id };
  return kind === 'deal' && typeof contactId === 'string' ? { contactId, dealId: id } : undefined;
}

/** The same once it is known who that is: whom a record names may have been merged into another since, to whom alone one can write. */
export const deskWith = (kind: ListedKind, record: AnyRecord, contact: AnyRecord): Desk | undefined =>
  deskAt(kind, { ...record, contactId: contact.id });
/** Whether something is of a contact: also what was of one that was merged into it. */
export const isOf = ({ id, mergedIds }: AnyRecord, contactId: string | undefined): boolean =>
  contactId !== undefined && [id, ...((mergedIds ?? []) as string[])].includes(contactId);

const hasAddress = ({ emails }: AnyRecord) => Array.isArray(emails) && emails.length > 0;
/** The contact to whom a mail can be written on the page of a record: they have an address, and one sees it. */
export function useAddressee(kind: ListedKind, record: AnyRecord | undefined): AnyRecord | undefined {
  const desk = record && deskAt(kind, record);
  const { data } = useQuery({
    ...recordQuery('contact', desk?.contactId ?? ''),
    enabled: kind !== 'contact' && desk !== undefined,
  });
  const contact = kind === 'contact' ? record : (data as AnyRecord | undefined);
  return contact && hasAddress(contact) ? contact : undefined;
}
