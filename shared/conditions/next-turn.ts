import { type Condition, type Facts, matches, parsedOf, spanOf, valuesAt } from './condition.ts';
import { type Now, turnsOf } from './moment.ts';
import type { Leaf } from './parse-condition.ts';

function boundsOf({ test, operand }: Leaf): string[] {
  if (test === '$contains' || test === '$startsWith' || test === '$exists') return [];
  const bounds = test === '$within' ? spanOf(operand) : [operand].flat();
  return bounds.filter((one) => typeof one === 'string');
}

/** Nobody waits for what comes later; keys of the due index have years of four digits. */
const lastMs = Date.parse('2200-12-31T23:59:59.999Z');

/** All later moments (ms) at which one test may come to say something else. */
function turnsOfLeaf(leaf: Leaf, facts: Facts, now: Now): number[] {
  const bounds = boundsOf(leaf);
  if (bounds.length === 0) return [];
  const texts = valuesAt(facts, leaf.path).filter((value) => typeof value === 'string');
  return texts.flatMap((text) => bounds.flatMap((bound) => turnsOf(text, bound, now)));
}

/**
 * The next moment (ISO 8601 UTC, later than `now`) at which the answer to a condition is another one for these very facts,
 * because a bound like `-365d` or `today` goes along with the time; none where it stays as it is. Pure.
 */
export function nextTurn(condition: Condition, facts: Facts, now: Now): string | undefined {
  const turns = parsedOf(condition).leaves.flatMap((leaf) => turnsOfLeaf(leaf, facts, now));
  const later = [...new Set(turns)]
    .filter((ms) => ms > Date.parse(now.at) && ms <= lastMs)
    .sort((a, b) => a - b);
  const answer = matches(condition, facts, now);
  const moments = later.map((ms) => new Date(ms).toISOString());
  return moments.find((at) => matches(condition, facts, { ...now, at }) !== answer);
}
