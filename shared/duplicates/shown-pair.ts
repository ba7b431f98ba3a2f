import type { Item } from '../core/projection.ts';
import { hiddenFields, type Who } from '../core/rights.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { type Comparison, compareFacts } from './compare.ts';
import { factsOf, isLive, type MatchKind } from './compared.ts';
import type { MatchFacts } from './facts.ts';
import { rounded } from './pair.ts';
import { mergeAt, reviewAt } from './thresholds.ts';

export type Shown = {
  probability: number;
  isSure: boolean;
  reasons: { field: string; agreement: 'same' | 'close' | 'different'; weight: number }[];
};

const ownerOf = ({ ownerId }: Item) => ownerId as string | undefined;
/** Whether a record is there to be shown to somebody at all. */
export const isInSight = (scope: Scope, kind: MatchKind, record: Item | undefined): record is Item =>
  isLive(record) && mayRead(scope, kind, ownerOf(record));

/** A stored record as it is compared for somebody: what they may not see of it counts as if it had not got it. */
export const factsFor = (who: Who, kind: MatchKind, record: Item, matching: readonly string[]): MatchFacts =>
  factsOf(kind, record, { matching, hidden: hiddenFields(who, kind, ownerOf(record)) });

function saidOf({ probability, reasons }: Comparison): Shown {
  const telling = reasons.flatMap(({ field, agreement, weight }) =>
    agreement === 'missing' ? [] : [{ field, agreement, weight: Math.round(weight * 10) / 10 }],
  );
  return { probability: rounded(probability), isSure: probability >= mergeAt, reasons: telling };
}

/** What two records are to each other by these facts; undefined where they are not alike. */
export function shownAs(one: MatchFacts, other: MatchFacts): Shown | undefined {
  const comparison = compareFacts(one, other);
  return comparison.probability >= reviewAt ? saidOf(comparison) : undefined;
}
