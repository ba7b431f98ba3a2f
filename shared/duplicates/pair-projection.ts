import { type Entry, type Item, type Key, nameOf, type Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { type Owned, scopedEntries, scopedPks } from '../core/scoped-list.ts';
import { catalogueKey, identifyingIn } from '../fields/catalogue.ts';
import { factsOf, isLive, likely } from './compared.ts';
import { duplicatesPk, matchSk } from './match-entries.ts';
import { distinctKey, type Pair, pairCounters, pairPlace, pairsPk, rounded } from './pair.ts';

const pairIn = (record: Item) => record as unknown as Pair;

function parts(pair: Pair): Record<'one' | 'other' | 'match' | 'distinct' | 'catalogue', Key> {
  const { workspaceId, kind, one, other } = pair;
  return {
    one: recordKey(workspaceId, kind, one),
    other: recordKey(workspaceId, kind, other),
    match: { pk: duplicatesPk(workspaceId, kind, one), sk: matchSk },
    distinct: distinctKey(pair),
    catalogue: catalogueKey(workspaceId, kind),
  };
}

/** Both records find the pair as long as it is there, whatever it has become: so a later look can take it away. */
function pointers({ workspaceId, kind, one, other }: Pair, said: object): Entry[] {
  const ends = [
    [one, other],
    [other, one],
  ] as const;
  return ends.map(([from, to]) => ({ pk: duplicatesPk(workspaceId, kind, from), sk: to, ...said }));
}

/** A pair stands in its two records’ partitions, and, unless somebody has said that they are not one, in the list for review. */
export const pairProjection: Projection = {
  definition: 2,
  borrows: (record) => {
    const { catalogue, ...others } = parts(pairIn(record));
    return [...Object.values(others), { ...catalogue, lasting: true }];
  },
  project({ record, borrowed }) {
    const pair = pairIn(record);
    const keys = parts(pair);
    const [one, other] = [borrowed.get(nameOf(keys.one)), borrowed.get(nameOf(keys.other))];
    const match = borrowed.get(nameOf(keys.match));
    const matching = identifyingIn(borrowed.get(nameOf(keys.catalogue)));
    const isPair = isLive(one) && isLive(other) && match !== undefined;
    const found =
      isPair && likely(factsOf(pair.kind, one, { matching }), factsOf(pair.kind, other, { matching }));
    if (!found) return { entries: pointers(pair, {}), counters: {} };
    const { probability } = found;
    const isDistinct = borrowed.has(nameOf(keys.distinct));
    const said = { probability: rounded(probability), ...(isDistinct && { isDistinct }) };
    const listed = { sk: pairPlace(pair, probability), one: pair.one, other: pair.other };
    if (isDistinct) return { entries: pointers(pair, said), counters: {} };
    const { workspaceId, kind } = pair;
    const groups = scopedPks(pairCounters(workspaceId, kind), match as Owned);
    return {
      entries: [
        ...pointers(pair, said),
        ...scopedEntries(pairsPk(workspaceId, kind), match as Owned, listed),
      ],
      counters: Object.fromEntries(groups.map((group) => [group, { count: 1 }])),
    };
  },
};
