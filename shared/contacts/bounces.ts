import type { Noted } from '../records/noted.ts';

type Email = { key: string; bouncedAt?: string | undefined };

const marked = <E extends Email>({ bouncedAt: _, ...email }: E, at: string | undefined): E =>
  ({ ...email, ...(at && { bouncedAt: at }) }) as E;

/** Addresses that bounce where the same mailboxes (by their keys) do among others; those that are not among them stay as they are. */
export function bouncingAs<E extends Email>(emails: readonly E[], known: readonly Email[]): E[] {
  const byKey = new Map(known.map((email) => [email.key, email]));
  return emails.map((email) => marked(email, (byKey.get(email.key) ?? email).bouncedAt));
}

/** In contacts: what is noted of a mailbox stays with it, whatever is written of the contact meanwhile. */
export const notedInContacts = { emails: bouncingAs } as const satisfies Noted;

/** What SES has told of a mail to an address: it came back for good at a moment (ISO 8601), or it was delivered then. */
export type AddressTold = { kind: 'bounced' | 'delivered'; at: string };

/** Since when an address bounces once this was told of it: the first moment counts, and a later delivery ends it. */
function bouncesSince(since: string | undefined, { kind, at }: AddressTold): string | undefined {
  if (kind === 'bounced') return since !== undefined && since < at ? since : at;
  return since !== undefined && since < at ? undefined : since;
}

/** Addresses once this was told of a mailbox; undefined where that changes nothing of them. */
export function emailsTold<E extends Email>(
  emails: readonly E[],
  key: string,
  told: AddressTold,
): E[] | undefined {
  const after = emails.map((email) =>
    email.key === key ? marked(email, bouncesSince(email.bouncedAt, told)) : email,
  );
  return after.some(({ bouncedAt }, n) => bouncedAt !== emails[n]?.bouncedAt) ? after : undefined;
}
