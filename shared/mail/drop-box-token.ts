import { idOf } from '../core/ids.ts';

const form = /^log\+([0-9a-z]{26})([0-9a-v]{16})$/;
const Id = idOf('user');

/** `log+<user's ULID><signature>@<domain>`, all in lower case. */
export const dropBoxAddressOf = (userId: string, signature: string, domain: string) =>
  `log+${userId.slice('us_'.length).toLowerCase()}${signature}@${domain}`;

/** What an address claims, whatever case a mail program gave it; undefined where it has not the form. */
export function dropBoxTokenIn(address: string): { userId: string; signature: string } | undefined {
  const localPart = address.slice(0, Math.max(0, address.lastIndexOf('@')));
  const [, ulid = '', signature = ''] = form.exec(localPart.trim().toLowerCase()) ?? [];
  const userId = `us_${ulid.toUpperCase()}`;
  return Id.safeParse(userId).success ? { userId, signature } : undefined;
}

/** An address as others than its user see it: without the token, where it is a drop-box's. */
export const shownAddress = (address: string): string =>
  dropBoxTokenIn(address) ? `log+…${address.slice(address.lastIndexOf('@'))}` : address;
