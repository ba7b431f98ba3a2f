import { isWithinOneEdit } from '../search/one-edit.ts';
import { missing, type Reason } from './comparison.ts';
import type { MatchFacts } from './facts.ts';
import { likeness, sharedLetters } from './likeness.ts';
import type { NameFact } from './name-fact.ts';
import { isFrequent, type Weights } from './weights.ts';

type Level = 'same' | 'formal' | 'typo' | 'part' | 'sound' | 'initial' | 'letters' | 'alike' | 'different';
const fewestForTypos = 4; // Ian and Jan are two names
const nearlyAlike = 0.92;
const somewhatAlike = 0.85;
const leastOfOneEdit = 0.8; // one edit in four letters leaves 0.83
const scrambled = 0.85;

const isInitial = (one: NameFact, other: NameFact): boolean =>
  (one.text.length === 1 || other.text.length === 1) && one.text[0] === other.text[0];

/** One is some of the words of the other: Smith of Smith-Jones. */
function isPart({ words: one }: NameFact, { words: other }: NameFact): boolean {
  if (one.length === other.length) return false;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.every((word) => word.length > 1 && many.includes(word));
}

/** `alike` is their Jaro-Winkler similarity, which is cheaper than the edits and rules most strangers out. */
const isTypo = ({ text: one }: NameFact, { text: other }: NameFact, alike: number): boolean =>
  Math.min(one.length, other.length) >= fewestForTypos &&
  (alike >= nearlyAlike || (alike >= leastOfOneEdit && isWithinOneEdit(one, other)));

const standsFor = (one: NameFact, other: NameFact): boolean =>
  one.formal.some((name) => other.formal.includes(name));

const areScrambled = (one: NameFact, other: NameFact): boolean =>
  Math.min(one.text.length, other.text.length) >= fewestForTypos &&
  sharedLetters(one.letters, other.letters) >= scrambled;

const soundAlike = (one: NameFact, other: NameFact): boolean =>
  one.sound.length > 1 && one.sound === other.sound;

function otherSpelling(one: NameFact, other: NameFact): Level | undefined {
  if (isPart(one, other)) return 'part';
  if (standsFor(one, other)) return 'formal';
  if (soundAlike(one, other)) return 'sound';
  return areScrambled(one, other) ? 'letters' : undefined;
}

/** How far two names agree, by the strongest level that holds. */
export function nameLevel(one: NameFact, other: NameFact): Level {
  if (one.folded === other.folded) return 'same';
  if (isInitial(one, other)) return 'initial';
  const alike = likeness(one.text, other.text);
  if (isTypo(one, other, alike)) return 'typo';
  return otherSpelling(one, other) ?? (alike >= somewhatAlike ? 'alike' : 'different');
}

const agreementOf = (level: Level): Reason['agreement'] => {
  if (level === 'same') return 'same';
  return level === 'different' ? 'different' : 'close';
};

const sum = (reasons: Reason[]): number => reasons.reduce((total, { weight }) => total + weight, 0);

type Names = Pick<MatchFacts, 'firstName' | 'lastName'>;

function firstNames(one: NameFact | undefined, other: NameFact | undefined, w: Weights): Reason {
  if (!(one && other)) return missing('firstName');
  const level = nameLevel(one, other);
  return { field: 'firstName', agreement: agreementOf(level), weight: w.firstName[level] };
}

function lastNames(one: NameFact | undefined, other: NameFact | undefined, w: Weights): Reason {
  if (!(one && other)) return missing('lastName');
  const level = nameLevel(one, other);
  if (level === 'formal') return { field: 'lastName', agreement: 'close', weight: w.lastName.alike };
  const weight = level === 'same' && isFrequent(one.folded) ? w.lastName.frequent : w.lastName[level];
  return { field: 'lastName', agreement: agreementOf(level), weight };
}

/** Each name against the other's other name, both as last names: in the other's place a name is as rare, and so it is the same from both sides. */
function crossed(one: Names, other: Names, w: Weights): Reason {
  const pairs = [lastNames(one.firstName, other.lastName, w), lastNames(one.lastName, other.firstName, w)];
  const isDifferent = pairs.some(({ agreement }) => agreement === 'different');
  return { field: 'name', agreement: isDifferent ? 'different' : 'close', weight: sum(pairs) + w.swapped };
}

/**
 * First and last names, in their places (a reason each) or in each other's (one reason, `name`), whichever says more. A family
 * name alone has not changed places: who has it for a first name may be anybody.
 */
export function compareNames(one: Names, other: Names, w: Weights): Reason[] {
  const straight = [
    firstNames(one.firstName, other.firstName, w),
    lastNames(one.lastName, other.lastName, w),
  ];
  const haveFirst = one.firstName && other.firstName;
  if (!haveFirst || sum(straight) >= 2 * w.lastName.same + w.swapped) return straight;
  const swapped = crossed(one, other, w);
  return swapped.weight > sum(straight) ? [swapped] : straight;
}
