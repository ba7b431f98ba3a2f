import { caseFolded } from '../core/text.ts';

/** Two records that look alike and are two all the same; somebody has said so. */
export const notDuplicate = 'not_duplicate';

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
  [notDuplicate, notDuplicate],
] as const;
export const builtinLabels = [...new Set(pairs.flat())];

type Worded = { fromId: string; toId: string; label: string; inverseLabel?: string | undefined };

const pairOf = (label: string) => pairs.find((both) => both.some((one) => one === caseFolded(label)));
/** Whether a label is one of those built in, which say themselves how they read from the other end. */
export const isBuiltin = (label: string): boolean => pairOf(label) !== undefined;

const turned = <T extends Worded>({ inverseLabel, ...link }: T) => ({
  ...link,
  fromId: link.toId,
  toId: link.fromId,
  label: inverseLabel ?? link.label,
  ...(inverseLabel !== undefined && { inverseLabel: link.label }),
});

/** A link as it is stored, whichever end it was told from: so that of two that say the same there is one. */
export function canonicalLink<T extends Worded>(link: T): T {
  const pair = pairOf(link.label);
  if (!pair) return link.fromId > link.toId ? (turned(link) as unknown as T) : link;
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
