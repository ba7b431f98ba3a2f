import * as z from 'zod';
import type { DnsAnswer, DnsAnswers } from './dns-answer.ts';
import { type Alignment, type Dmarc, type DmarcRead, readDmarc } from './parse-dmarc.ts';
import { readSpf, type SpfRead, spfWithSes } from './parse-spf.ts';

const Status = z.enum(['pass', 'fail', 'unknown']);
type Status = z.infer<typeof Status>;
const DnsRecord = z.object({
  type: z.enum(['CNAME', 'TXT', 'MX']),
  name: z.string(),
  value: z.string().describe('Of an MX record with its priority in front.'),
});
type DnsRecord = z.infer<typeof DnsRecord>;

/** What is the matter, by a name that stays, and what to do about it; the first ones are right as they are. */
const todos = {
  verified: undefined,
  signed: undefined,
  aligned: undefined,
  enforced: undefined,
  monitored:
    'Nothing must be done. Once the reports show that all of your mail passes, ask for `p=quarantine`, later `p=reject`.',
  unanswered: 'Nobody answered. Ask again later.',
  identity_missing:
    'SES does not know the domain. Deploy with this `mailFrom`, then add the records of DKIM.',
  identity_unverified: 'Add the records of DKIM: by them SES verifies the domain, within hours.',
  dkim_off: 'Turn Easy DKIM on for the identity in SES.',
  dkim_records_missing: 'Add these records.',
  dkim_pending: 'Add these records where they are missing; SES looks for them for 72 hours.',
  return_path_shared:
    'Nothing must be done while DKIM passes. For SPF as well, deploy with `mailFromDomain`: a subdomain that bounces come back to.',
  return_path_pending: 'Add these records; SES looks for them for 72 hours.',
  spf_missing: 'Add this record.',
  spf_many: 'More than one SPF record is none. Keep one, which says this.',
  spf_invalid: 'The SPF record cannot be read. Put this in its place.',
  spf_refuses_ses: 'The SPF record does not let SES send. Put this in its place.',
  spf_misaligned:
    'The domain that bounces come back to is another than the sender’s, and DMARC asks for the same. Say `aspf=r`.',
  dmarc_missing: 'Add this record: without it large mail providers refuse mail that is sent to many.',
  dmarc_many: 'More than one DMARC record is none. Keep one of them.',
  dmarc_invalid: 'The DMARC record says no policy that there is. Put this in its place.',
} as const;
const codes = Object.keys(todos) as [keyof typeof todos, ...(keyof typeof todos)[]];
const Code = z.enum(codes);
type Code = z.infer<typeof Code>;

const check = {
  status: Status,
  code: Code,
  found: z.array(z.string()).describe('What SES and DNS say, word by word.'),
  todo: z.string().optional(),
  records: z.array(DnsRecord).describe('DNS records to add, or to put in place of what is there.'),
};
const Check = z.object(check);
type Check = z.infer<typeof Check>;
const alignment = z.enum(['relaxed', 'strict']);
export const SendingDomain = z.object({
  from: z.string().describe('The address that mail goes out from.'),
  domain: z.string(),
  verification: Check.describe('Whether SES has verified the domain.'),
  dkim: Check,
  spf: z.object({
    ...check,
    domain: z
      .string()
      .optional()
      .describe('Where bounces come back to: the custom MAIL FROM domain; absent where it is SES’s own.'),
  }),
  dmarc: z.object({
    ...check,
    domain: z
      .string()
      .optional()
      .describe('Whose record holds: the domain’s own, or the organizational domain’s above it.'),
    policy: z.enum(['none', 'quarantine', 'reject']).optional(),
    inherited: z.boolean().optional(),
    dkimAlignment: alignment.optional(),
    spfAlignment: alignment.optional(),
  }),
  verdict: z
    .object({ status: Status, by: z.array(z.enum(['dkim', 'spf'])) })
    .describe('Whether a mail from here passes DMARC, and by which of the two; one is enough.'),
  checkedAt: z.iso.datetime(),
});
export type SendingDomain = z.infer<typeof SendingDomain>;

/** What SES says of an identity; undefined where it was not told of it. */
export type SesIdentity = {
  verification?: string;
  dkim?: { enabled: boolean; status: string; tokens: string[] };
  returnPath?: { domain: string; status: string };
};
/** All that was looked up. `ses` undefined: SES did not answer. */
export type Looked = {
  from: string;
  domain: string;
  /** The organizational domain (RFC 7489, 3.2). */
  orgOf: (domain: string) => string;
  region: string;
  ses: SesIdentity | undefined;
  /** TXT and CNAME by name. */
  txt: DnsAnswers;
  cname: DnsAnswers;
};

const made = (status: Status, code: Code, found: string[] = [], records: DnsRecord[] = []): Check => {
  const todo = todos[code];
  return { status, code, found, ...(todo && { todo }), records };
};
const answerOf = (answers: DnsAnswers, name: string): DnsAnswer => answers.get(name) ?? 'unanswered';

export const dkimName = (token: string, domain: string) => `${token}._domainkey.${domain}`;
const dkimValue = (token: string) => `${token}.dkim.amazonses.com`;
const dkimRecords = ({ ses, domain }: Looked): DnsRecord[] =>
  (ses?.dkim?.tokens ?? []).map((token) => ({
    type: 'CNAME',
    name: dkimName(token, domain),
    value: dkimValue(token),
  }));

function verificationOf(looked: Looked): Check {
  const { ses } = looked;
  if (!ses) return made('unknown', 'unanswered');
  if (ses.verification === undefined) return made('fail', 'identity_missing');
  const found = [`SES: ${ses.verification}`];
  if (ses.verification === 'Success') return made('pass', 'verified', found);
  return made('fail', 'identity_unverified', found, dkimRecords(looked));
}

const same = (a: string, b: string) => a.toLowerCase().replace(/\.$/, '') === b.toLowerCase();
/** The records of DKIM that DNS says are not there. */
const missingIn = (records: DnsRecord[], cname: DnsAnswers) =>
  records.filter(({ name, value }) => {
    const answer = answerOf(cname, name);
    return answer !== 'unanswered' && !answer.some((one) => same(one, value));
  });

/** SES has looked at the records itself; where DNS says nothing now, its word counts. */
function dkimOf(looked: Looked): Check {
  const { ses, cname } = looked;
  if (!ses) return made('unknown', 'unanswered');
  if (!ses.dkim) return made('fail', 'identity_missing');
  const { enabled, status } = ses.dkim;
  const records = dkimRecords(looked);
  const answers = records.map(({ name }) => ({ name, answer: answerOf(cname, name) }));
  const said = answers.map(
    ({ name, answer }) => `${name}: ${typeof answer === 'string' ? answer : answer.join(' ') || 'nothing'}`,
  );
  const found = [`SES: ${enabled ? status : 'off'}`, ...said];
  if (!enabled) return made('fail', 'dkim_off', found, records);
  const missing = missingIn(records, cname);
  if (missing.length > 0) return made('fail', 'dkim_records_missing', found, missing);
  return status === 'Success' ? made('pass', 'signed', found) : made('fail', 'dkim_pending', found, records);
}

const isAligned = (a: string, b: string, mode: Alignment, orgOf: Looked['orgOf']) =>
  mode === 'strict' ? same(a, b) : orgOf(a) === orgOf(b);

const txtRecord = (name: string, value: string): DnsRecord => ({ type: 'TXT', name, value });
/** What SES asks for at a custom MAIL FROM domain. */
const returnPathRecords = (domain: string, region: string, read: SpfRead): DnsRecord[] => [
  { type: 'MX', name: domain, value: `10 feedback-smtp.${region}.amazonses.com` },
  txtRecord(domain, spfWithSes(read.records)),
];

const spfFaults = { none: 'spf_missing', fail: 'spf_refuses_ses', permerror: 'spf_invalid' } as const;

function spfFault({ result, records }: SpfRead, domain: string): Check | undefined {
  if (result === 'pass') return undefined;
  if (result === 'unknown') return made('unknown', 'unanswered', records);
  const code = records.length > 1 ? 'spf_many' : spfFaults[result];
  return made('fail', code, records, [txtRecord(domain, spfWithSes(records))]);
}

/** Of a mail of SES's own MAIL FROM domain SPF passes, and is of no use to DMARC: what the sender's own domain says is shown. */
function spfOfShared({ ses, domain, txt }: Looked): Check {
  if (!ses) return made('unknown', 'unanswered');
  return made('fail', 'return_path_shared', ['MAIL FROM: amazonses.com', ...readSpf(domain, txt).records]);
}

function spfOf(looked: Looked, mode: Alignment | undefined): SendingDomain['spf'] {
  const { ses, region, txt, orgOf } = looked;
  const { domain, status } = ses?.returnPath ?? {};
  if (!domain) return spfOfShared(looked);
  const read = readSpf(domain, txt);
  const found = [`SES: ${status} for ${domain}`, ...read.records];
  if (status !== 'Success')
    return { ...made('fail', 'return_path_pending', found, returnPathRecords(domain, region, read)), domain };
  const fault = spfFault(read, domain);
  if (fault) return { ...fault, found, domain };
  if (isAligned(domain, looked.domain, mode ?? 'strict', orgOf))
    return { ...made('pass', 'aligned', found), domain };
  const isOpen = mode === undefined && isAligned(domain, looked.domain, 'relaxed', orgOf);
  return {
    ...(isOpen ? made('unknown', 'unanswered', found) : made('fail', 'spf_misaligned', found)),
    domain,
  };
}

const dmarcName = (domain: string) => `_dmarc.${domain}`;
/** The names that say a domain's policy: its own, and its organizational domain's. */
export const dmarcNames = (domain: string, orgOf: Looked['orgOf']): string[] => [
  ...new Set([dmarcName(domain), dmarcName(orgOf(domain))]),
];

/** RFC 7489, 6.6.3: where the domain itself has none, the organizational domain's. */
function dmarcHolding({ domain, orgOf, txt }: Looked): { read: DmarcRead; at: string } {
  const own = readDmarc(answerOf(txt, dmarcName(domain)));
  const org = orgOf(domain);
  if (own !== 'none' || org === domain) return { read: own, at: domain };
  const above = readDmarc(answerOf(txt, dmarcName(org)));
  return above === 'none' ? { read: above, at: domain } : { read: above, at: org };
}

const dmarcFaults = { none: 'dmarc_missing', many: 'dmarc_many', invalid: 'dmarc_invalid' } as const;

function dmarcOf(looked: Looked, { read, at }: ReturnType<typeof dmarcHolding>): SendingDomain['dmarc'] {
  if (read === 'unanswered') return made('unknown', 'unanswered');
  if (typeof read === 'string') {
    const answer = answerOf(looked.txt, dmarcName(at));
    const found = answer === 'unanswered' ? [] : [...answer];
    const record = txtRecord(dmarcName(at), `v=DMARC1; p=none; rua=mailto:dmarc@${at}`);
    return made('fail', dmarcFaults[read], found, read === 'many' ? [] : [record]);
  }
  const inherited = at !== looked.domain;
  const policy = inherited ? read.subPolicy : read.policy;
  return {
    ...made('pass', policy === 'none' ? 'monitored' : 'enforced', [read.text]),
    ...{ domain: at, policy, inherited, dkimAlignment: read.adkim, spfAlignment: read.aspf },
  };
}

function verdictOf(dkim: Check, spf: Check): SendingDomain['verdict'] {
  const all = { dkim, spf };
  const by = (['dkim', 'spf'] as const).filter((name) => all[name].status === 'pass');
  if (by.length > 0) return { status: 'pass', by };
  const isOpen = dkim.status === 'unknown' || spf.status === 'unknown';
  return { status: isOpen ? 'unknown' : 'fail', by };
}

/** How DMARC wants SPF aligned: relaxed where no record says otherwise; undefined where nobody answered. */
const modeOf = (read: DmarcRead): Alignment | undefined => {
  if (read === 'unanswered') return undefined;
  return typeof read === 'string' ? 'relaxed' : (read as Dmarc).aspf;
};

/**
 * What is to be said of the domain that mail goes out from, by what was looked up: SES signs under the very domain of the
 * sender, so that DKIM is aligned where it passes, in either mode. Pure.
 */
export function evaluateDomain(looked: Looked, checkedAt: string): SendingDomain {
  const holding = dmarcHolding(looked);
  const dkim = dkimOf(looked);
  const spf = spfOf(looked, modeOf(holding.read));
  return {
    from: looked.from,
    domain: looked.domain,
    verification: verificationOf(looked),
    ...{ dkim, spf },
    dmarc: dmarcOf(looked, holding),
    verdict: verdictOf(dkim, spf),
    checkedAt,
  };
}
