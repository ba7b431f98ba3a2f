/** From this probability on two records are shown for review. */
export const reviewAt = 0.25;
/** From this probability on they may be merged without being asked, where a workspace wants that. */
export const mergeAt = 0.99;
/** The most that is given to a pair that contradicts itself: twins have a birthday, an address and a surname in common. */
export const mostInDoubt = 0.98;

/** Two records by their ids. */
export type ScoredPair = { one: string; other: string; probability: number };
export type Decided = {
  /** Records that are one: every two of a group are at `mergeAt` or above. */
  toMerge: string[][];
  /** The other pairs from `reviewAt` on, the most probable first. */
  toReview: ScoredPair[];
};

const nameOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
const byProbability = (a: ScoredPair, b: ScoredPair): number =>
  b.probability - a.probability || nameOf(a.one, a.other).localeCompare(nameOf(b.one, b.other));

/** Groups of which every two are sure, grown from the surest pair on; two groups become one only where all between them are sure. */
function groupsOf(sure: ScoredPair[]): Map<string, string[]> {
  const names = new Set(sure.map(({ one, other }) => nameOf(one, other)));
  const groups = new Map<string, string[]>();
  for (const { one, other } of sure) {
    const [a, b] = [groups.get(one) ?? [one], groups.get(other) ?? [other]];
    if (a === b || !a.every((left) => b.every((right) => names.has(nameOf(left, right))))) continue;
    const both = [...a, ...b];
    for (const id of both) groups.set(id, both);
  }
  return groups;
}

/**
 * What is to become of compared pairs. Nothing follows from two pairs for a third: where A is B and B is C for sure and A and C are
 * not, the surer of the two pairs is a group and the other one is for review.
 */
export function pairsOf(scored: readonly ScoredPair[]): Decided {
  const likely = scored.filter(({ probability }) => probability >= reviewAt).sort(byProbability);
  const groups = groupsOf(likely.filter(({ probability }) => probability >= mergeAt));
  const toReview = likely.filter(({ one, other }) => {
    const group = groups.get(one);
    return group === undefined || group !== groups.get(other);
  });
  return { toMerge: [...new Set(groups.values())], toReview };
}
