import { kindOfId } from '../core/ids.ts';
import { hasHideable } from '../core/policy.ts';
import type { Item } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { hiddenAnywhere, hiddenFields } from '../core/rights.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { withScores } from '../scoring/shown-score-store.ts';
import { candidatesOf, type List } from './search-candidates.ts';
import { searchIndex } from './search-index-store.ts';
import { lookDeeper, lookUp, lookUpMistyped, lookUpSwapped } from './search-lookup.ts';
import { byRank, type Match, matchOf } from './search-match.ts';
import type { Term } from './search-query.ts';
import type { SearchedKind } from './searchable.ts';
import { type SearchedRecords, searchedKinds } from './searched-kinds.ts';

type HitOf<K extends SearchedKind> = { type: K; record: SearchedRecords[K]; match: Match };
type Hit = { [K in SearchedKind]: HitOf<K> }[SearchedKind];
type Answered<H extends Hit> = H extends Hit ? Pick<H, 'type' | 'record'> & Pick<Match, 'matched'> : never;
export type SearchAnswer = {
  items: Answered<Hit>[];
  /** Whether everything was looked at that may match; not where so much does that the newest had to do. */
  complete: boolean;
};

const mostRead = 100;
const kindOf = (id: string) => kindOfId(id) as SearchedKind;

/** A record as an answer, by what its reader may see of it; undefined where that is not what was asked for. */
function hitOf<K extends SearchedKind>(
  scope: Scope,
  terms: Term[],
  type: K,
  item: Item,
): HitOf<K> | undefined {
  const { of, textsOf } = searchedKinds[type];
  if (item.deletedAt) return undefined; // the index has not heard of it yet
  const record = of.schema.parse(item, parseContext());
  const owner = of.ownerOf(record);
  if (!mayRead(scope, type, owner)) return undefined;
  const hidden = new Set(
    hasHideable(type) ? [...hiddenAnywhere(scope, type), ...hiddenFields(scope, type, owner)] : [],
  );
  const match = matchOf(
    terms,
    textsOf(record).filter(({ field }) => !hidden.has(field)),
  );
  return match && { type, record, match };
}

/** SEARCH-2: the records that match, by one BatchGet. */
async function readHits(scope: Scope, terms: Term[], ids: string[]): Promise<Hit[]> {
  if (ids.length === 0) return [];
  const items = await getItems(ids.map((id) => recordKey(scope.workspaceId, kindOf(id), id)));
  const hits = [...items.values()].map((item) => hitOf(scope, terms, kindOf(String(item.id)), item) as Hit);
  return hits.filter((hit) => hit !== undefined);
}

/** SCORE-5: contacts among them with their scores. */
async function scored({ workspaceId }: Scope, hits: Hit[]): Promise<Hit[]> {
  const contacts = hits.flatMap(({ type, record }) => (type === 'contact' ? [record] : []));
  const shown = new Map((await withScores(workspaceId, contacts)).map((one) => [one.id, one]));
  return hits.map((hit) => {
    const contact = shown.get(hit.record.id);
    return hit.type === 'contact' && contact ? { ...hit, record: contact } : hit;
  });
}

/** Lists of one term as one. */
const joined = (lists: List[]): List => ({
  ids: new Map(lists.toReversed().flatMap(({ ids }) => [...ids])),
  cut: lists.some(({ cut }) => cut),
});
const isEmpty = ({ ids }: List) => ids.size === 0;

type Asked = { terms: Term[]; kinds: readonly SearchedKind[]; limit: number };

/** The searcher's view of the index: a list a term. A word that many have is taken for no typo. */
function looks(scope: Scope, { terms, kinds }: Asked) {
  const read = searchIndex(scope, kinds);
  const each = (lists: List[], more: (term: Term, list: List) => Promise<List[]>) =>
    Promise.all(
      terms.map(async (term, i) => {
        const list = lists[i] as List;
        return list.cut ? list : joined([list, ...(await more(term, list))]);
      }),
    );
  return {
    async typed(): Promise<List[]> {
      const lists = await Promise.all(terms.map((term) => lookUp(read, term)));
      const isCommon = terms.length > 1 && lists.every(({ cut }) => cut);
      return isCommon ? Promise.all(terms.map((term) => lookDeeper(read, term))) : lists;
    },
    /** With what may be a typo of the words that are nowhere as they were typed. */
    mistyped: (typed: List[]) =>
      each(typed, async (term, list) => (isEmpty(list) ? [await lookUpMistyped(read, term)] : [])),
    /** With what may be a typo of any word, and was not looked for before. */
    anything: (typed: List[], mistyped: List[]) =>
      each(mistyped, (term, list) => {
        const isNew = typed[mistyped.indexOf(list)]?.ids.size !== 0;
        const more = [lookUpSwapped, ...(isNew ? [lookUpMistyped] : [])];
        return Promise.all(more.map((look) => look(read, term)));
      }),
  };
}

/**
 * What all the terms are found in, the best first. A word as it was typed is one Query a partition (SEARCH-1). Where it has
 * no entry two more bring what may be a typo of it; where nothing is found in the end, what is left to look for. Where all
 * words of a search are too common, one more brings many of each. Then one BatchGet (SEARCH-2).
 */
export async function search(scope: Scope, asked: Asked): Promise<SearchAnswer> {
  const { terms, limit } = asked;
  if (terms.length === 0) return { items: [], complete: true };
  const index = looks(scope, asked);
  const typed = await index.typed();
  const lists = await index.mistyped(typed);
  let candidates = candidatesOf(lists, mostRead);
  let hits = await readHits(scope, terms, candidates.ids);
  if (hits.length === 0) {
    candidates = candidatesOf(await index.anything(typed, lists), mostRead);
    hits = await readHits(scope, terms, candidates.ids);
  }
  const items = await scored(scope, hits.sort(byRank).slice(0, limit));
  return {
    items: items.map(({ type, record, match: { matched } }) => ({ type, record, matched }) as Answered<Hit>),
    complete: hits.length <= limit && !candidates.cut,
  };
}
