import { sesResults } from './authentication-results.ts';
import type { Verdicts } from './intake.ts';
import type { SkipReason } from './intake-reasons.ts';
import { domainOf } from './mailbox.ts';

const failed = (verdict: string | undefined) => verdict?.toUpperCase() === 'FAIL';

/** What SES's verdicts alone decide, before the message is opened. GRAY and PROCESSING_FAILED refuse nothing. */
export function refusedUnopened({ virus, spam, dmarc, dmarcPolicy }: Verdicts): SkipReason | undefined {
  if (failed(virus)) return 'virus';
  if (failed(spam)) return 'spam';
  if (!failed(dmarc)) return undefined;
  const policy = dmarcPolicy?.toLowerCase();
  if (policy === 'reject') return 'dmarc_reject';
  return policy === 'quarantine' ? 'dmarc_quarantine' : undefined;
}

const passed = (verdict: string | undefined) => verdict?.toUpperCase() === 'PASS';
const isAligned = (domain: string, author: string) =>
  domain !== '' && (author === domain || author.endsWith(`.${domain}`) || domain.endsWith(`.${author}`));

/** Under which domains a message says that it is signed (RFC 6376, 3.5: `d=`). */
const signedBy = (signatures: readonly string[]) =>
  signatures.map((value) => /(?:^|;)\s*d\s*=\s*([^;\s]+)/i.exec(value)?.[1]?.toLowerCase() ?? '');

type Claims = {
  /** Everybody whom the message says it is from. */
  authors: readonly string[];
  envelopeFrom: string | undefined;
  headers: ReadonlyMap<string, readonly string[]>;
};
const isSameOrBelow = (domain: string, parent: string) => domain === parent || domain.endsWith(`.${parent}`);

/**
 * Whether a signature of the author's domain was found good, whichever of several it is. Where SES does not say which one its
 * verdict is of, all must be of that domain: anybody can put a second one that names it beside a good one of their own.
 */
function isSignedFor(author: string, headers: Claims['headers']): boolean {
  const signers = signedBy(headers.get('dkim-signature') ?? []);
  const results = sesResults(headers).filter(({ method, domain }) => method === 'dkim' && domain);
  if (results.length === 0) return signers.length > 0 && signers.every((domain) => isAligned(domain, author));
  return results.some(
    ({ result, domain = '' }) =>
      result === 'pass' &&
      isAligned(domain, author) &&
      signers.some((signer) => signer !== '' && isSameOrBelow(domain, signer)),
  );
}

/**
 * Whether SES's verdicts show that the author's domain sent it: by DMARC, or, where the domain asks for none, by SPF of an
 * aligned reverse path or by an aligned DKIM signature (RFC 7489, 3.1). Where nothing is known it is not shown, nor where it has
 * authors at several domains: of which of them a verdict is nobody can tell (RFC 7489, 6.6.1). Pure.
 */
export function isProven(
  { spf, dkim, dmarc }: Verdicts,
  { authors, envelopeFrom, headers }: Claims,
): boolean {
  const [author, ...others] = new Set(authors.map(domainOf));
  if (author === undefined || others.length > 0) return false;
  if (failed(dmarc) || passed(dmarc)) return passed(dmarc);
  const bySpf = passed(spf) && isAligned(domainOf(envelopeFrom ?? ''), author);
  return bySpf || (passed(dkim) && isSignedFor(author, headers));
}

/** What the rules look at. Header names are in lower case. */
export type MailFacts = {
  headers: ReadonlyMap<string, readonly string[]>;
  subject: string;
  /** The reverse path of the envelope; `''` for the null one, undefined where it is not known. */
  envelopeFrom: string | undefined;
  /** The address one could answer to; undefined where there is none. */
  sender: string | undefined;
  /** A known thread that the message continues. */
  isReply: boolean;
  hasMailbox: boolean;
  /** Whether the sender is a user of the workspace. */
  isColleague: boolean;
  /** The addresses that we send from, and the domains that we receive for; lower case. */
  ourAddresses: readonly string[];
  ourDomains: readonly string[];
};

const valuesOf = ({ headers }: MailFacts, name: string) => headers.get(name) ?? [];
const firstOf = (facts: MailFacts, name: string) => valuesOf(facts, name)[0]?.trim().toLowerCase() ?? '';
const has = (facts: MailFacts, name: string) => facts.headers.has(name);
const precedence = (facts: MailFacts) => firstOf(facts, 'precedence').replace('-', '_');

/** RFC 5321, 6.3, asks for a limit of at least 100 hops against loops; ours counts those that a message may make to reach us. */
const mostHops = 50;
function isLoop(facts: MailFacts): boolean {
  const marks = [...valuesOf(facts, 'x-loop'), ...valuesOf(facts, 'x-beenthere')].map((mark) =>
    mark.toLowerCase(),
  );
  return (
    valuesOf(facts, 'received').length > mostHops ||
    marks.some((mark) => facts.ourDomains.some((domain) => mark.includes(domain)))
  );
}

/** `X-Rapport-Message` is on every mail that we send, and no mail program copies it into an answer. */
const isOwn = ({
  headers,
  sender = '',
  ourAddresses,
  ourDomains,
  isColleague,
  isReply,
}: MailFacts): boolean =>
  headers.has('x-rapport-message') ||
  ourAddresses.includes(sender.toLowerCase()) ||
  ourDomains.includes(domainOf(sender)) ||
  (isColleague && !isReply);

const systemSender = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)(?:@|$)/i;
/** RFC 3464 and 6522 reports, the null reverse path of RFC 5321 (4.5.5), and the names that mail systems write under. */
function isBounce(facts: MailFacts): boolean {
  const type = firstOf(facts, 'content-type');
  const isReport =
    type.startsWith('multipart/report') && /delivery-status|feedback-report|disposition/.test(type);
  return (
    isReport ||
    systemSender.test(facts.sender ?? '') ||
    systemSender.test(facts.envelopeFrom ?? '') ||
    has(facts, 'x-failed-recipients')
  );
}

const hasNullPath = (facts: MailFacts) =>
  facts.envelopeFrom === '' || facts.envelopeFrom === '<>' || firstOf(facts, 'return-path') === '<>';

const noReply = /^(?:no|do-?not|non)[-_.]?(?:reply|respond|rispondere)\b/i;
/** Words that out-of-office notes begin with; a person may write them too, so they never decide alone. */
const awayWords =
  /^(?:auto(?:matic|matische|mática|matica|matisk)?[ -:]|out of (?:the )?office|abwesen|absen[ct]e|ausente|fuera de la oficina|fuori sede|afwezig|frånvaro|fravær|poissa|nieobecn|respuesta autom|réponse autom|risposta autom|resposta autom)/i;

/** RFC 3834, 5: any value but `no` was written by a program; the other fields are what programs wrote before it. */
function isAutoReply(facts: MailFacts): boolean {
  const submitted = firstOf(facts, 'auto-submitted');
  const suppressed = /\b(?:all|oof|autoreply)\b/.test(firstOf(facts, 'x-auto-response-suppress'));
  return (
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-autogenerated'].some((name) => has(facts, name)) ||
    precedence(facts) === 'auto_reply' ||
    suppressed ||
    (awayWords.test(facts.subject.trim()) &&
      (noReply.test(facts.sender ?? '') || precedence(facts) !== '' || has(facts, 'x-vacation')))
  );
}

const isList = (facts: MailFacts) =>
  ['list-id', 'list-post', 'mailing-list', 'x-mailing-list'].some((name) => has(facts, name)) ||
  precedence(facts) === 'list';

/** A one-click List-Unsubscribe (RFC 8058) is what bulk senders must carry; the plain one alone is on many a personal mail. */
const isBulk = (facts: MailFacts) =>
  ['bulk', 'junk'].includes(precedence(facts)) ||
  (has(facts, 'list-unsubscribe') && has(facts, 'list-unsubscribe-post'));

type Rule = { reason: SkipReason; holds: (facts: MailFacts) => boolean };
/** The first rule that holds decides. Those behind `isReply` spare an answer of a known thread, which a person may send by any way. */
const rules: Rule[] = [
  { reason: 'loop', holds: isLoop },
  { reason: 'own_mail', holds: isOwn },
  { reason: 'bounce', holds: isBounce },
  { reason: 'auto_reply', holds: isAutoReply },
  { reason: 'bounce', holds: hasNullPath },
  { reason: 'mailing_list', holds: (facts) => !facts.isReply && isList(facts) },
  { reason: 'bulk', holds: (facts) => !facts.isReply && isBulk(facts) },
  { reason: 'unknown_recipient', holds: ({ isReply, hasMailbox }) => !isReply && !hasMailbox },
  { reason: 'no_sender', holds: ({ isReply, sender }) => !isReply && sender === undefined },
];

/** Why an opened message makes no activity; undefined where it makes one. Pure. */
export const skippedFor = (facts: MailFacts): SkipReason | undefined =>
  rules.find(({ holds }) => holds(facts))?.reason;

/** A user sends what they like to their drop-box, but no program's answer, and not what we sent. */
const dropBoxRules: Rule[] = [
  { reason: 'loop', holds: isLoop },
  { reason: 'own_mail', holds: (facts) => has(facts, 'x-rapport-message') },
  { reason: 'bounce', holds: isBounce },
  { reason: 'auto_reply', holds: isAutoReply },
];
/** Why a message of a user to their drop-box makes no activity, whoever it is to. Pure. */
export const skippedInDropBox = (facts: MailFacts): SkipReason | undefined =>
  dropBoxRules.find(({ holds }) => holds(facts))?.reason;
