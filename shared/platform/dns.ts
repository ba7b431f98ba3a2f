import { Resolver } from 'node:dns/promises';
import type { DnsAnswer } from '../mail/dns-answer.ts';

/** For one name, in milliseconds; asked twice. */
const timeout = 1500;
/** DNS's own ways to say that there is nothing; whatever else goes wrong, nobody has answered. */
const nothing = new Set(['ENOTFOUND', 'ENODATA']);
/** Never in the public DNS (RFC 6761, RFC 6762, RFC 7686, RFC 9476): what somebody answers for them says nothing. */
const reserved = /\.(?:test|example|invalid|localhost|local|internal|onion|alt)\.?$/i;

async function answered(name: string, ask: (resolver: Resolver) => Promise<string[]>): Promise<DnsAnswer> {
  if (reserved.test(name)) return 'unanswered';
  try {
    return await ask(new Resolver({ timeout, tries: 2 }));
  } catch (error) {
    return nothing.has((error as { code?: string }).code ?? '') ? [] : 'unanswered';
  }
}

/** The TXT records of a name, the strings of each put together (RFC 7208, 3.3). Never throws. */
export const txtOf = (name: string): Promise<DnsAnswer> =>
  answered(name, async (resolver) => (await resolver.resolveTxt(name)).map((parts) => parts.join('')));

/** The name that a CNAME leads to. Never throws. */
export const cnameOf = (name: string): Promise<DnsAnswer> =>
  answered(name, (resolver) => resolver.resolveCname(name));
