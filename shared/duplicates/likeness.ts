import { jaroWinkler } from '@skyra/jaro-winkler';

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the
 * Fellegi-Sunter Model of Record Linkage"). The greedy matching of Jaro depends on the order of its operands, so they are ordered.
 */
export const likeness = (one: string, other: string): number =>
  one < other ? jaroWinkler(one, other) : jaroWinkler(other, one);

/** The letters of a text in order: two texts of the same letters have the same. */
export const sortedLetters = (text: string): string => [...text].sort().join('');

/** How many entries two sorted lists have in common, each as often as it stands in both. */
function inCommon<T extends string | number>(one: ArrayLike<T>, other: ArrayLike<T>): number {
  let [i, j, count] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as T, other[j] as T];
    if (a === b) count++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return count;
}

/** Dice coefficient of the letters of two texts, given as `sortedLetters`: 1 for an anagram. */
export const sharedLetters = (one: string, other: string): number =>
  (2 * inCommon(one, other)) / (one.length + other.length || 1);

/** The pairs of neighbouring letters of a text as sorted numbers, spaces left out: a space put in or left out changes none. */
export function bigramsOf(text: string): number[] {
  const letters = text.replaceAll(' ', '');
  const pairs = Array.from(
    { length: Math.max(letters.length - 1, 0) },
    (_, i) => letters.charCodeAt(i) * 65_536 + letters.charCodeAt(i + 1),
  );
  return pairs.sort((a, b) => a - b);
}

const fewestBigrams = 3; // of less, the overlap is chance
/** Overlap coefficient of two lists of bigrams: 1 where the shorter text is a part of the longer one. */
export function overlapOf(one: readonly number[], other: readonly number[]): number {
  const least = Math.min(one.length, other.length);
  return least < fewestBigrams ? 0 : inCommon(one, other) / least;
}
