import { distance } from 'fastest-levenshtein';
import { isWithinOneEdit } from '../../search/one-edit.ts';
import { endings, mailDomains } from './mail-domains.ts';

const leastLength = 7;
const longEnoughForTwo = 9;

/** The known domains that are as near as can be. */
function nearest(domain: string): { found: string[]; confidence: number } {
  const known = [...mailDomains];
  const one = known.filter((other) => other.length >= leastLength && isWithinOneEdit(domain, other));
  if (one.length > 0) return { found: one, confidence: 0.9 };
  const two = known.filter((other) => other.length >= longEnoughForTwo && distance(domain, other) <= 2);
  return { found: two, confidence: 0.6 };
}

/** `gmail.com` before `ymail.com`: of several as near the more frequent one, which is the first in the list, with less trust. */
function meant(domain: string): { domain: string; confidence: number } | undefined {
  const { found, confidence } = nearest(domain);
  const [first, second] = found;
  return first ? { domain: first, confidence: second ? confidence - 0.2 : confidence } : undefined;
}

function withEnding(domain: string): { domain: string; confidence: number } | undefined {
  const at = domain.lastIndexOf('.');
  const ending = endings[domain.slice(at + 1)];
  return ending ? { domain: `${domain.slice(0, at)}.${ending}`, confidence: 0.8 } : undefined;
}

/** Providers with a domain in many countries: another ending is most likely theirs as well. */
const regional = new Set([
  'yahoo',
  'hotmail',
  'outlook',
  'live',
  'gmx',
  'googlemail',
  'aol',
  'yandex',
  'vodafone',
  'orange',
  'tiscali',
  'terra',
]);
const isRegional = (domain: string) => {
  const [name = '', ...ending] = domain.split('.');
  return (
    regional.has(name) &&
    /^(?:com?\.)?[a-z]{2}$/.test(ending.join('.')) &&
    !/^(?:cm|co|om)$/.test(ending.join('.'))
  );
};

/** What the domain of an address probably was to be (`gmial.com`). Undefined where it is known, or near none. */
export function mailTypo(address: string): { to: string; confidence: number } | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (mailDomains.has(domain) || isRegional(domain)) return undefined;
  const ended = withEnding(domain);
  const guess =
    ended && mailDomains.has(ended.domain) ? { ...ended, confidence: 0.95 } : (meant(domain) ?? ended);
  return guess && { to: `${address.slice(0, at + 1)}${guess.domain}`, confidence: guess.confidence };
}
