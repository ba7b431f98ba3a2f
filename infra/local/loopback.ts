const loopback = ['localhost', '127.0.0.1', '[::1]'];
const behindHost = (url: URL | null) => url && url.pathname + url.search + url.hash;

/**
 * Whether an address is among those that the template names, or is one of them at whatever port of this very machine (RFC 8252,
 * section 7.3): the console of a local cloud stands where PORT says, under each of the machine's names for itself.
 */
export function isNamedOrLoopback(asked: string, named: readonly string[]): boolean {
  if (named.includes(asked)) return true;
  const url = URL.parse(asked);
  if (!url || !loopback.includes(url.hostname)) return false;
  return named.some((one) => behindHost(URL.parse(one)) === behindHost(url));
}
