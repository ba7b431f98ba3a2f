import { isWithinOneEdit } from '../search/one-edit.ts';
import type { AddressFact } from './address-fact.ts';
import { nameLevel } from './compare-names.ts';
import { bestOf, type Reason } from './comparison.ts';
import { overlapOf } from './likeness.ts';
import type { Weights } from './weights.ts';

const sameStreet = 0.85;
const closeStreet = 0.55;
const partOfStreet = 0.3;

function streetWeight(one: AddressFact, other: AddressFact, w: Weights['address']): number {
  if (!(one.street && other.street)) return 0;
  if (one.street === other.street) return w.street.same;
  const overlap = overlapOf(one.bigrams, other.bigrams);
  if (overlap >= sameStreet) return w.street.same;
  if (overlap >= closeStreet) return w.street.close;
  return overlap >= partOfStreet ? w.street.part : w.street.different;
}

type Levels = { same: number; close?: number; different: number };
function textWeight(one: string | undefined, other: string | undefined, levels: Levels): number {
  if (!(one && other)) return 0;
  if (one === other) return levels.same;
  return levels.close !== undefined && isWithinOneEdit(one, other) ? levels.close : levels.different;
}

function cityWeight({ city: one }: AddressFact, { city: other }: AddressFact, w: Weights['address']): number {
  if (!(one && other)) return 0;
  const level = nameLevel(one, other);
  if (level === 'same') return w.city.same;
  return level === 'different' || level === 'alike' ? w.city.different : w.city.close;
}

const partsOf = (one: AddressFact, other: AddressFact, w: Weights['address']): number[] => [
  streetWeight(one, other, w),
  textWeight(one.number, other.number, w.number),
  textWeight(one.postalCode, other.postalCode, w.postalCode),
  cityWeight(one, other, w),
  textWeight(one.region, other.region, w.region),
  textWeight(one.country, other.country, w.country),
];

function agreementOf(parts: number[], weight: number): Reason['agreement'] {
  if (parts.every((part) => part === 0)) return 'missing';
  if (weight <= 0) return 'different';
  return parts.every((part) => part >= 0) ? 'same' : 'close';
}

/** Addresses, the two that agree best, part by part; what they say is bounded, as the parts depend on each other. */
export const compareAddresses = (
  one: readonly AddressFact[],
  other: readonly AddressFact[],
  { address }: Weights,
): Reason =>
  bestOf('addresses', one, other, (a, b) => {
    const parts = partsOf(a, b, address);
    const sum = parts.reduce((total, part) => total + part, 0);
    const weight = Math.max(address.least, Math.min(address.most, sum));
    return { agreement: agreementOf(parts, weight), weight };
  });
