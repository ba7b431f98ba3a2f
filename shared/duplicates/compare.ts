import { boundedByCircle, isInDoubt } from './circle.ts';
import { compareAddresses } from './compare-addresses.ts';
import { compareBirthdays } from './compare-birthday.ts';
import { compareNames, nameLevel } from './compare-names.ts';
import { compareCustom, compareDomains, compareEmails, comparePhones } from './compare-reach.ts';
import { missing, type Reason } from './comparison.ts';
import type { MatchFacts } from './facts.ts';
import type { NameFact } from './name-fact.ts';
import { mostInDoubt } from './thresholds.ts';
import { weights as fixedWeights, type Weights } from './weights.ts';

/** `weight` in bits is the sum of the reasons'; `probability` is what follows from it and the odds that two records are one at all. */
export type Comparison = { probability: number; weight: number; reasons: Reason[] };

type Names = NameFact | undefined;
function companyAgreement(one: NameFact, other: NameFact): 'same' | 'close' | 'part' | 'different' {
  const level = nameLevel(one, other);
  if (level === 'same' || level === 'part' || level === 'different') return level;
  return level === 'typo' || level === 'sound' ? 'close' : 'different';
}

function employers(one: Names, other: Names, w: Weights): Reason {
  if (!(one && other)) return missing('company');
  const found = companyAgreement(one, other);
  const agreement = found === 'part' ? 'close' : found;
  return { field: 'company', agreement, weight: w.company[agreement] };
}

function companyNames(one: Names, other: Names, w: Weights): Reason {
  if (!(one && other)) return missing('name');
  const found = companyAgreement(one, other);
  return { field: 'name', agreement: found === 'part' ? 'close' : found, weight: w.companyName[found] };
}

function contactReasons(one: MatchFacts, other: MatchFacts, w: Weights): Reason[] {
  const reasons = [
    ...compareNames(one, other, w),
    compareBirthdays(one.birthday, other.birthday, w),
    compareEmails(one.emails, other.emails, w),
    comparePhones(one.phones, other.phones, w),
    employers(one.company, other.company, w),
    compareAddresses(one.addresses, other.addresses, w),
    ...compareCustom(one.custom, other.custom, w),
  ];
  return boundedByCircle(reasons, w);
}

const companyReasons = (one: MatchFacts, other: MatchFacts, w: Weights): Reason[] => [
  companyNames(one.company, other.company, w),
  compareDomains(one.domains, other.domains, w),
  comparePhones(one.phones, other.phones, w),
  compareAddresses(one.addresses, other.addresses, w),
  ...compareCustom(one.custom, other.custom, w),
];

/**
 * How probable it is that two contacts, or two companies, are one, and why: log2 weights after Fellegi and Sunter, summed over
 * the fields that both have. The order of the two makes no difference. Records of different kinds are never one.
 */
export function compareFacts(
  one: MatchFacts,
  other: MatchFacts,
  weights: Weights = fixedWeights,
): Comparison {
  if (one.kind !== other.kind) return { probability: 0, weight: Number.NEGATIVE_INFINITY, reasons: [] };
  const reasons = (one.kind === 'contact' ? contactReasons : companyReasons)(one, other, weights);
  const weight = reasons.reduce((total, reason) => total + reason.weight, 0);
  const probability = 1 / (1 + 2 ** -(weight + weights.prior));
  return {
    probability: isInDoubt(reasons) ? Math.min(probability, mostInDoubt) : probability,
    weight,
    reasons,
  };
}
