import { isWithinOneEdit } from '../search/one-edit.ts';
import { bestOf, type Reason } from './comparison.ts';
import type { EmailFact } from './email-fact.ts';
import { likeness, sharedLetters } from './likeness.ts';
import type { Weights } from './weights.ts';

const nearlyAlike = 0.92;
const alikeDomains = 0.85;
const scrambled = 0.9;
const fewestLetters = 8; // of a shorter address, the letters are chance
const fewestOfLocal = 5;

const areScrambled = ({ localLetters: one }: EmailFact, { localLetters: other }: EmailFact): boolean =>
  Math.min(one.length, other.length) >= fewestLetters && sharedLetters(one, other) >= scrambled;

const areLocalsClose = (one: EmailFact, other: EmailFact): boolean =>
  likeness(one.local, other.local) >= nearlyAlike ||
  areScrambled(one, other) ||
  (Math.min(one.local.length, other.local.length) >= fewestOfLocal &&
    isWithinOneEdit(one.local, other.local));

/** Two providers are two providers, however alike their names are. */
const areDomainsClose = (one: EmailFact, other: EmailFact): boolean =>
  one.domain === other.domain ||
  (!(one.isPublic && other.isPublic) && likeness(one.domain, other.domain) >= alikeDomains);

/** One typing error, or some in what stands before the @ and some behind it: colleagues of one family name have a domain in common. */
const isClose = (one: EmailFact, other: EmailFact): boolean =>
  isWithinOneEdit(one.address, other.address) || (areDomainsClose(one, other) && areLocalsClose(one, other));

const areOfOneName = (one: EmailFact, other: EmailFact): boolean =>
  one.local === other.local && one.local.length >= fewestOfLocal;

function personLevel(one: EmailFact, other: EmailFact): 'close' | 'local' | undefined {
  if (one.isShared || other.isShared) return undefined;
  if (isClose(one, other)) return 'close';
  return areOfOneName(one, other) ? 'local' : undefined;
}

function levelOf(one: EmailFact, other: EmailFact): keyof Weights['email'] {
  if (one.address === other.address) return one.isShared ? 'shared' : 'same';
  const isColleague = one.domain === other.domain && !one.isPublic;
  return personLevel(one, other) ?? (isColleague ? 'colleague' : 'different');
}

const emailAgreements: Partial<Record<keyof Weights['email'], Reason['agreement']>> = {
  same: 'same',
  shared: 'same',
  colleague: 'different',
  different: 'different',
};

/** E-mail addresses, the two that agree best: people have several, so that different ones say little. */
export const compareEmails = (one: readonly EmailFact[], other: readonly EmailFact[], w: Weights): Reason =>
  bestOf('emails', one, other, (a, b) => {
    const level = levelOf(a, b);
    return { agreement: emailAgreements[level] ?? 'close', weight: w.email[level] };
  });

function textLevel(one: string, other: string): 'same' | 'close' | 'different' {
  if (one === other) return 'same';
  return isWithinOneEdit(one, other) ? 'close' : 'different';
}

/** Phones in E.164, the two that agree best. */
export const comparePhones = (one: readonly string[], other: readonly string[], w: Weights): Reason =>
  bestOf('phones', one, other, (a, b) => {
    const level = textLevel(a, b);
    return { agreement: level, weight: w.phone[level] };
  });

/** Domains of companies: one in common is the same. */
export const compareDomains = (one: readonly string[], other: readonly string[], w: Weights): Reason =>
  bestOf('domains', one, other, (a, b) => {
    const level = a === b ? 'same' : 'different';
    return { agreement: level, weight: w.domain[level] };
  });

const fewestOfCustom = 6; // one letter of a shorter value is too much of it

/** Custom fields that tell who is meant, each by itself. */
export function compareCustom(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  w: Weights,
): Reason[] {
  return [...one].flatMap(([key, value]) => {
    const against = other.get(key);
    if (against === undefined) return [];
    const isLong = Math.min(value.length, against.length) >= fewestOfCustom;
    const level = isLong || value === against ? textLevel(value, against) : 'different';
    return [{ field: `custom.${key}`, agreement: level, weight: w.custom[level] }];
  });
}
