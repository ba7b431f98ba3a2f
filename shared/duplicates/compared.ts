import { createHash } from 'node:crypto';
import type { Company } from '../companies/company.ts';
import type { Contact } from '../contacts/contact.ts';
import { canonical } from '../core/canonical.ts';
import { isHiddenIn } from '../core/rights.ts';
import { type Comparison, compareFacts } from './compare.ts';
import { companyFacts, contactFacts, type MatchFacts } from './facts.ts';
import { matchKeys } from './match-keys.ts';
import { reviewAt } from './thresholds.ts';

export const matchKinds = ['contact', 'company'] as const;
/** Kinds of record that may be there twice. */
export type MatchKind = (typeof matchKinds)[number];

/** The fields that are compared; of `custom` those alone that tell who is meant. */
export const comparedFields = {
  contact: ['firstName', 'lastName', 'emails', 'phones', 'birthday', 'company', 'addresses', 'custom'],
  company: ['name', 'domains', 'website', 'phones', 'addresses', 'custom'],
} as const satisfies Record<MatchKind, readonly string[]>;

type Standing = { deletedAt?: unknown; erasedAt?: unknown; mergedInto?: unknown };
/** Whether a record is one that may have a duplicate: not in the trash, not emptied by an erasure, not a part of another. */
export function isLive<T extends object>(record: T | undefined): record is T {
  const { deletedAt, erasedAt, mergedInto }: Standing = record ?? {};
  return record !== undefined && !(deletedAt || erasedAt || mergedInto);
}

const none = { emails: [], phones: [], addresses: [], domains: [], custom: {} };
const nothingHidden: ReadonlySet<string> = new Set();
type Telling = {
  /** The keys of custom fields that tell who is meant. */
  matching: readonly string[];
  /** Fields that count as if the record had not got them; `custom.<key>` is one of its custom fields. */
  hidden?: ReadonlySet<string>;
};

/** What is compared of a stored record, or of what may become one. */
export function factsOf(
  kind: MatchKind,
  record: object,
  { matching, hidden = nothingHidden }: Telling,
): MatchFacts {
  const names = new Set<string>(comparedFields[kind].filter((name) => !hidden.has(name)));
  const shown = {
    ...none,
    ...Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name))),
  };
  const keys = matching.filter((key) => !isHiddenIn(hidden, `custom.${key}`));
  return kind === 'contact'
    ? contactFacts(shown as never as Contact, keys)
    : companyFacts(shown as never as Company, keys);
}

/** The same for equal facts, and for no others. */
export const printOf = (facts: MatchFacts): string =>
  createHash('sha256')
    .update(canonical({ ...facts, custom: [...facts.custom] }))
    .digest('base64url')
    .slice(0, 16);

/** What two records are to each other where they have a key in common and may be one; undefined where they may not. */
export function likely(one: MatchFacts, other: MatchFacts): Comparison | undefined {
  const keys = new Set(matchKeys(one));
  if (!matchKeys(other).some((key) => keys.has(key))) return undefined;
  const comparison = compareFacts(one, other);
  return comparison.probability >= reviewAt ? comparison : undefined;
}
