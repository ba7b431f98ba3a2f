import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Where a webhook may go: hosts that are let through whatever they are. Only the local cloud and tests name any. */
export type Allowed = readonly string[];
/** The hosts of a comma-separated list. */
export const allowedOf = (list: string | undefined): Allowed =>
  (list ?? '').split(',').flatMap((host) => host.trim() || []);

/** Without the brackets of an IPv6 address. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1');
export const isAllowed = (url: URL, allowed: Allowed) => allowed.includes(hostOf(url));

const looksLikeAddress = (host: string) => /^[\d.]+$/.test(host) || host.includes(':');
/** Names that never lead to a public place (RFC 6761, RFC 6762, RFC 9476). */
const isPrivateName = (host: string) => {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || /\.(localhost|local|internal|test|invalid|onion|home\.arpa)$/i.test(name);
};

/** Why a request must not go to this URL, as far as the URL itself tells; undefined where it may. */
export function faultOfUrl(url: URL, allowed: Allowed): string | undefined {
  if (url.username || url.password) return 'The URL must not hold a user or a password.';
  if (url.hash) return 'The URL must not have a fragment.';
  if (isAllowed(url, allowed) && /^https?:$/.test(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'The URL must begin with https://.';
  if (url.port !== '') return 'The URL must have no port: it is 443.';
  const host = hostOf(url);
  const isPublic = looksLikeAddress(host) ? isPublicAddress(host) : !isPrivateName(host);
  return isPublic ? undefined : 'The URL must lead to a public address.';
}

/** The form of a target's URL; whether it may be called, `assertUrl` says. */
export const WebhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .describe('Where events are posted to: https, port 443, a public address, no user or password in it.');

/** Throws 400 `webhook_url_refused`. Where a name leads to is looked at again at every delivery. */
export function assertUrl(text: string, allowed: Allowed): void {
  const detail = faultOfUrl(new URL(text), allowed);
  if (detail === undefined) return;
  const errors = [{ pointer: '/url', code: 'webhook_url_refused', detail }];
  throw new AppError('invalid', 'webhook_url_refused', detail, { errors });
}
