import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the public Internet: not loopback, private, link-local (where clouds keep credentials), shared by
 * carriers, reserved or for many; nor one of IPv6 that wraps or translates an address of IPv4, which no target needs. False for
 * what is no address. Source: the IANA registries of special-purpose addresses, as ipaddr.js has them.
 */
export function isPublicAddress(text: string): boolean {
  const bare = text.replace(/%.*$/, ''); // an IPv6 zone
  return ipaddr.isValid(bare) && ipaddr.parse(bare).range() === 'unicast';
}
