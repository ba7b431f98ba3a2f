import { addressOf } from '../../../shared/mail/compose.ts';
import type { DnsAnswer } from '../../../shared/mail/dns-answer.ts';
import { domainOf } from '../../../shared/mail/mailbox.ts';
import { readSpf } from '../../../shared/mail/parse-spf.ts';
import {
  dkimName,
  dmarcNames,
  evaluateDomain,
  type SendingDomain,
} from '../../../shared/mail/sending-domain.ts';
import { cached } from '../../../shared/platform/cache.ts';
import { cnameOf, txtOf } from '../../../shared/platform/dns.ts';
import { env } from '../../../shared/platform/env.ts';
import { sesIdentity } from '../../../shared/platform/ses-identity.ts';

const keptMs = 300_000;

const asked = async (names: readonly string[], ask: (name: string) => Promise<DnsAnswer>) =>
  new Map(
    await Promise.all(names.map(async (name): Promise<[string, DnsAnswer]> => [name, await ask(name)])),
  );

/** As deep as a record's includes may lead (RFC 7208, 4.6.4). */
const mostRounds = 10;
/** The TXT records of a domain and of all whom its SPF record names. */
async function spfAnswers(domain: string): Promise<Map<string, DnsAnswer>> {
  const answers = new Map<string, DnsAnswer>();
  for (let round = 0; round <= mostRounds; round++) {
    const needs = readSpf(domain, answers).needs.slice(0, mostRounds);
    if (needs.length === 0) break;
    for (const [name, answer] of await asked(needs, txtOf)) answers.set(name, answer);
  }
  return answers;
}

async function lookUp(from: string): Promise<SendingDomain> {
  const { getDomain } = await import('tldts'); // with the public suffix list: not in the cold start
  const orgOf = (domain: string) => getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const domain = domainOf(from);
  const ses = await sesIdentity(domain);
  const selectors = (ses?.dkim?.tokens ?? []).map((token) => dkimName(token, domain));
  const [cname, dmarc, spf] = await Promise.all([
    asked(selectors, cnameOf),
    asked(dmarcNames(domain, orgOf), txtOf),
    spfAnswers(ses?.returnPath?.domain ?? domain),
  ]);
  const region = process.env.AWS_REGION ?? '';
  const looked = { from, domain, orgOf, region, ses, txt: new Map([...dmarc, ...spf]), cname };
  return evaluateDomain(looked, new Date().toISOString());
}

const kept = cached(keptMs, lookUp);
/** What SES and DNS say of the domain that mail goes out from; looked up at most every five minutes a process. */
export const sendingDomain = (): Promise<SendingDomain> => kept(addressOf(env('MAIL_FROM')).toLowerCase());
