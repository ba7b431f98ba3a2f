import type { DnsAnswers } from './dns-answer.ts';

/** Whose addresses a domain must let send for it, where SES sends. */
const sesSpf = 'amazonses.com';
/** RFC 7208, 4.6.4. */
const mostLookups = 10;

/** `pass`: SES may send. `none`, `permerror`: as RFC 7208 (2.6) has them. `unknown`: nobody answered. */
type SpfResult = 'pass' | 'fail' | 'none' | 'permerror' | 'unknown';
export type SpfRead = {
  result: SpfResult;
  /** The domain's own records. */
  records: string[];
  /** Domains whose records it names, and which nobody has looked up yet. */
  needs: string[];
};

const mechanism =
  /^([+\-?~]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^\s/]*)|)((?:\/\d{1,3})?(?:\/\/\d{1,3})?|\/\/?\d{1,3})$/i;
const address = /^([+\-?~]?)(ip4|ip6):([0-9a-f.:]+)(\/\d{1,3})?$/i;
const modifier = /^([a-z][a-z0-9\-_.]*)=(\S*)$/i;
const looksUp = new Set(['include', 'a', 'mx', 'ptr', 'exists']);
const needsValue = new Set(['include', 'exists', 'ip4', 'ip6']);

type Term = { qualifier: string; name: string; value: string };
type Record = { terms: Term[]; redirect?: string };

function termOf(text: string): Term | undefined {
  const [, qualifier = '', name = '', value = ''] = address.exec(text) ?? mechanism.exec(text) ?? [];
  const isOne = name !== '' && (value !== '' || !needsValue.has(name.toLowerCase()));
  return isOne
    ? { qualifier: qualifier || '+', name: name.toLowerCase(), value: value.toLowerCase() }
    : undefined;
}

/** RFC 7208, 4.6 and 12; undefined where the syntax is broken, which breaks the record as a whole. */
function recordOf(text: string): Record | undefined {
  const parts = text.trim().split(/ +/).slice(1);
  const modifiers = parts.flatMap((part) => {
    const [, name = '', value = ''] = modifier.exec(part) ?? [];
    return name ? [{ name: name.toLowerCase(), value: value.toLowerCase() }] : [];
  });
  const terms = parts.filter((part) => !modifier.test(part)).map(termOf);
  const redirects = modifiers.filter(({ name }) => name === 'redirect').map(({ value }) => value);
  if (terms.includes(undefined) || redirects.length > 1 || redirects[0] === '') return undefined;
  return { terms: terms as Term[], ...(redirects[0] && { redirect: redirects[0] }) };
}

const isSpf = (text: string) => /^v=spf1(?: |$)/i.test(text);
const spfRecordsIn = (texts: readonly string[]): string[] => texts.filter(isSpf);

type Look = { answers: DnsAnswers; needs: Set<string>; lookups: number };
const tooMany = (look: Look) => ++look.lookups > mostLookups;

/** Whether SES is among those whom another domain lets send. Macros depend on the mail (RFC 7208, 7). */
function included(domain: string, look: Look): SpfResult {
  if (domain === sesSpf) return 'pass';
  if (domain.includes('%')) return 'unknown';
  const result = resultOf(domain, look);
  return result === 'none' ? 'permerror' : result;
}

/** What one term says: whether it is about SES, as far as that can be known. Addresses are not: SES's own change. */
function saidBy({ name, value }: Term, look: Look): SpfResult {
  if (looksUp.has(name) && tooMany(look)) return 'permerror';
  if (name === 'all') return 'pass';
  return name === 'include' ? included(value, look) : 'fail';
}

function evaluated({ terms, redirect }: Record, look: Look): SpfResult {
  let isSure = true;
  for (const term of terms) {
    const said = saidBy(term, look);
    if (said === 'permerror') return said;
    if (said === 'pass') return decided(term.qualifier === '+', isSure);
    if (said === 'unknown') isSure = false;
  }
  if (redirect === undefined) return decided(false, isSure);
  if (tooMany(look)) return 'permerror';
  const said = included(redirect, look);
  return said === 'fail' ? decided(false, isSure) : said;
}
/** A term that nobody can tell of may have refused SES before a later one lets it send; most let others send. */
const decided = (lets: boolean, isSure: boolean): SpfResult => (lets ? 'pass' : isSure ? 'fail' : 'unknown');

function resultOf(domain: string, look: Look): SpfResult {
  const answer = look.answers.get(domain);
  if (answer === undefined) look.needs.add(domain);
  if (answer === undefined || answer === 'unanswered') return 'unknown';
  const [text, ...more] = spfRecordsIn(answer);
  if (text === undefined) return 'none';
  const record = more.length === 0 ? recordOf(text) : undefined;
  return record ? evaluated(record, look) : 'permerror';
}

/**
 * Whether a domain's SPF record (RFC 7208) lets SES send for it, by the TXT records that were looked up; `needs` are those that
 * are still to be, where its includes lead. Pure.
 */
export function readSpf(domain: string, answers: DnsAnswers): SpfRead {
  const look: Look = { answers, needs: new Set(), lookups: 0 };
  const result = resultOf(domain, look);
  const own = answers.get(domain);
  const records = own === undefined || own === 'unanswered' ? [] : spfRecordsIn(own);
  return { result, records, needs: [...look.needs] };
}

/** The record that lets SES send, with what the domain's one says already; the whole of it where there is none to keep. */
export function spfWithSes(records: readonly string[]): string {
  const [text] = records;
  const own = `include:${sesSpf}`;
  if (records.length !== 1 || !text || !recordOf(text)) return `v=spf1 ${own} ~all`;
  const [version = 'v=spf1', ...terms] = text
    .trim()
    .split(/ +/)
    .filter((term) => term.toLowerCase() !== own);
  return [version, own, ...terms].join(' ');
}
