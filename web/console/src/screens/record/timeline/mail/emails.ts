import type { AnyRecord } from '../../../../api/kinds.ts';

type Email = { address: string; bouncedAt?: string };
export const emailsOf = ({ emails }: AnyRecord): Email[] => (emails ?? []) as Email[];

const folded = (address: string) => address.trim().toLowerCase();
/** The one of a contact's addresses that is meant; the first where it is none of them. */
export function addressOf(contact: AnyRecord, to: string | undefined): Email | undefined {
  const emails = emailsOf(contact);
  return emails.find(({ address }) => to && folded(address) === folded(to)) ?? emails[0];
}
