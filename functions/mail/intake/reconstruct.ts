import { sesResults, verdictOf } from '../../../shared/mail/authentication-results.ts';
import type { Delivery, Verdicts } from '../../../shared/mail/intake.ts';
import { readObject } from '../../../shared/mail/mail-bucket-store.ts';
import { domainOf } from '../../../shared/mail/mailbox.ts';
import { workspaceOfDomain } from '../../../shared/mail/mailbox-store.ts';
import { parseMail } from '../../../shared/mail/parse-mail.ts';
import { env } from '../../../shared/platform/env.ts';

const mostHeaderBytes = 256_000;
/** A hostile header names thousands: domains are looked up, and recipients are kept in a record. */
const mostDomains = 50;
const mostRecipients = 100;
const address = /[^\s<>,;:"()[\]]+@[^\s<>,;:"()[\]]+/g;
/** Where SES and other servers write for whom a message came, the surest first. */
const places = ['received', 'x-original-to', 'delivered-to', 'envelope-to', 'to', 'cc'];
const envelopeOf = (name: string, value: string) =>
  name === 'received' ? (/\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i.exec(value)?.[1] ?? '') : value;

type Headers = ReadonlyMap<string, readonly string[]>;

async function oursAmong(named: string[]): Promise<string[]> {
  const ours = new Set<string>();
  for (const domain of [...new Set(named.map(domainOf))].slice(0, mostDomains))
    if (await workspaceOfDomain(domain)) ours.add(domain);
  return [...new Set(named.filter((one) => ours.has(domainOf(one))))].slice(0, mostRecipients);
}

async function recipientsIn(headers: Headers): Promise<string[]> {
  for (const name of places) {
    const named = (headers.get(name) ?? []).flatMap((value) => envelopeOf(name, value).match(address) ?? []);
    const ours = await oursAmong(named);
    if (ours.length > 0) return ours;
  }
  return [`unknown@${env('MAIL_DOMAIN')}`]; // sent blind: SES took it for our domain, and the raw message is all that is left
}

/** `none` and what is neither pass nor fail say nothing. */
function authenticationIn(headers: Headers): Verdicts {
  const results = sesResults(headers);
  const verdicts = ['spf', 'dkim', 'dmarc'].map((method) => [method, verdictOf(results, method)] as const);
  return Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== undefined));
}

/** SES writes its verdicts on top of the raw message; a sender can only have written below. */
function verdictsIn(headers: Headers): Verdicts {
  const first = (name: string) => headers.get(name)?.[0]?.trim();
  const [spam, virus] = [first('x-ses-spam-verdict'), first('x-ses-virus-verdict')];
  return {
    ...(spam && { spam }),
    ...(virus && { virus }),
    ...authenticationIn(headers),
  };
}

/**
 * What the notification of a message would have said, read from the raw message itself, for one whose notification never
 * came; `at` is when the bucket got it. Undefined where the object is gone.
 */
export async function deliveryFromRaw(rawKey: string, at: string): Promise<Delivery | undefined> {
  const raw = await readObject(rawKey, mostHeaderBytes);
  if (!raw) return undefined;
  const headers = await parseMail(raw).then(
    (mail) => mail.headers,
    () => new Map<string, string[]>(),
  );
  const path = headers.get('return-path')?.[0]?.trim().replace(/^<|>$/g, '');
  return {
    rawKey,
    at,
    recipients: await recipientsIn(headers),
    verdicts: verdictsIn(headers),
    ...(path !== undefined && { envelopeFrom: path }),
  };
}
