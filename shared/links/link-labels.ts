import { caseFolded } from '../core/text.ts';

/** What one record is to another, and what that one is to it. Read with the record in front: `Ada works_at Engines`. */
const pairs = [
  ['works_at', 'employs'],
  ['decides_on', 'decision_maker'],
  ['champions', 'champion'],
  ['pays_for', 'billing_contact'],
  ['referred_by', 'referred'],
  ['parent_of', 'child_of'],
  ['partner', 'partner'],
  ['related', 'related'],
] as const;
export const builtinLabels = [...new Set(pairs.flat())];

type Worded = { fromId: string; toId: string; label: string; inverseLabel?: string | undefined };

/**
 * A link as it is stored, whichever end it was told from: so that of two that say the same there is one. Of a label of one's own
 * the direction stands as it was given.
 */
export function canonicalLink<T extends Worded>(link: T): T {
  const pair = pairs.find((both) => both.some((label) => label === caseFolded(link.label)));
  if (!pair) return link;
  const [label, inverse] = pair;
  const { fromId, toId, inverseLabel: _, ...rest } = link;
  const isTurned = label === inverse ? fromId > toId : caseFolded(link.label) === inverse;
  const ends = isTurned ? { fromId: toId, toId: fromId } : { fromId, toId };
  return { ...rest, ...ends, label } as unknown as T;
}

/** How a link reads with this record in front. */
export function labelFrom(link: Worded, recordId: string): string {
  if (recordId === link.fromId) return link.label;
  const inverse = pairs.find(([label]) => label === link.label)?.[1];
  return inverse ?? link.inverseLabel ?? link.label;
}
