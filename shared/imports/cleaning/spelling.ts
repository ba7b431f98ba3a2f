import { distance } from 'fastest-levenshtein';
import { plain } from '../../search/fold.ts';
import { isWithinOneEdit } from '../../search/one-edit.ts';

const fold = (text: string) => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
const digits = (text: string) => text.replace(/\D/g, '');
const leastForOne = 4;
const leastForTwo = 8;

type Nearness = { known: string; edits: number };
function editsBetween(a: string, b: string): number {
  if (a === b) return 0;
  return isWithinOneEdit(a, b) ? 1 : distance(a, b);
}
const confidences = [0.97, 0.9, 0.7];

/** Two words whose numbers differ are two things: `Model 1` is no slip of the pen for `Model 2`. */
const isComparable = (a: string, b: string) => digits(a) === digits(b);

/**
 * What a value was probably to be, of those that are known: `technolgy` for `technology`, `GTXPro` for `GTX Pro`. Undefined
 * where it is one of them, where none is near, or where a second one is nearly as near: then nobody can tell.
 */
export function suggestSpelling(
  value: string,
  known: readonly string[],
): { to: string; confidence: number } | undefined {
  if (known.includes(value)) return undefined;
  const written = fold(value);
  const most = written.length >= leastForTwo ? 2 : written.length >= leastForOne ? 1 : 0;
  const [first, second] = known
    .filter((one) => isComparable(one, value))
    .map((one): Nearness => ({ known: one, edits: editsBetween(written, fold(one)) }))
    .toSorted((a, b) => a.edits - b.edits);
  if (!first || !written || first.edits > most) return undefined;
  const isLone = !second || (first.edits === 0 ? second.edits > 0 : second.edits > first.edits + 1);
  return isLone ? { to: first.known, confidence: confidences[first.edits] ?? 0.7 } : undefined;
}
