import type { Page, PageRequest } from '../core/page.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import type { Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { catalogueKey, identifyingIn } from '../fields/catalogue.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { candidatesFor } from './candidates-store.ts';
import { factsOf, type MatchKind } from './compared.ts';
import { pointersOf } from './find-pairs-store.ts';
import { distinctKey, type PairIds, pairOf, pairsPk } from './pair.ts';
import { factsFor, isInSight, type Shown, shownAs } from './shown-pair.ts';

type ShownPair = Shown & { records: [Item, Item] };
export type ShownDuplicate = Shown & { record: Item };

/** The custom fields that tell who is meant; one GetItem. */
export const matchingOf = async (workspaceId: string, kind: MatchKind): Promise<string[]> =>
  identifyingIn(await getItem(catalogueKey(workspaceId, kind)));

/** The records of pairs by id, and whether two of them were said not to be one; a BatchGet a hundred items. */
async function readPairs(pairs: readonly PairIds[]) {
  const keys = pairs.flatMap((pair) => [
    recordKey(pair.workspaceId, pair.kind, pair.one),
    recordKey(pair.workspaceId, pair.kind, pair.other),
    distinctKey(pair),
  ]);
  const items = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  return {
    record: ({ workspaceId, kind }: PairIds, id: string) =>
      items.get(nameOf(recordKey(workspaceId, kind, id))),
    isDistinct: (pair: PairIds) => items.has(nameOf(distinctKey(pair))),
  };
}

/** Pairs as somebody may see them now, compared anew; those are left out that they may not see, and that are none any more. */
async function shownPairs(
  scope: Scope,
  pairs: readonly PairIds[],
  matching: readonly string[],
): Promise<ShownPair[]> {
  const { record, isDistinct } = await readPairs(pairs);
  return pairs.flatMap((pair) => {
    const [one, other] = [record(pair, pair.one), record(pair, pair.other)];
    if (isDistinct(pair) || !isInSight(scope, pair.kind, one) || !isInSight(scope, pair.kind, other))
      return [];
    const facts = (of: Item) => factsFor(scope, pair.kind, of, matching);
    const shown = shownAs(facts(one), facts(other));
    return shown ? [{ ...shown, records: [one, other] }] : [];
  });
}

/**
 * DUPLICATE-4: the pairs of which both records are in reach, the most probable first: a Query a partition and at most three
 * BatchGets a page, which may hold fewer than were asked for.
 */
export async function duplicatePage(
  scope: Scope,
  kind: MatchKind,
  matching: readonly string[],
  page: PageRequest,
): Promise<Page<ShownPair>> {
  const { workspaceId } = scope;
  const base = pairsPk(workspaceId, kind);
  const { items, cursor } = await scopedPage(
    { base, partitions: partitionsFor(scope, kind, base) },
    page,
    'duplicates',
    ({ one, other }) => pairOf(workspaceId, kind, String(one), String(other)),
  );
  return { items: await shownPairs(scope, items, matching), cursor };
}

const mostShown = 100;
const byProbability = (one: Shown, other: Shown) => other.probability - one.probability;

/**
 * DUPLICATE-2: the records in reach that a record may be, the most probable first, at most 100: a Query and at most three BatchGets
 * for a hundred pairs, until there are enough.
 */
export async function duplicatesOf(scope: Scope, kind: MatchKind, id: string): Promise<ShownDuplicate[]> {
  const { workspaceId } = scope;
  const pointers = (await pointersOf({ workspaceId, kind, id }))
    .filter(({ probability, isDistinct }) => probability !== undefined && !isDistinct)
    .sort((one, other) => (other.probability ?? 0) - (one.probability ?? 0));
  const matching = await matchingOf(workspaceId, kind);
  const found: ShownPair[] = [];
  for (let at = 0; at < pointers.length && found.length < mostShown; at += mostShown) {
    const some = pointers.slice(at, at + mostShown);
    const pairs = some.map(({ to }) => pairOf(workspaceId, kind, id, to));
    found.push(...(await shownPairs(scope, pairs, matching)));
  }
  return found
    .map(({ records: [one, other], ...rest }) => ({ ...rest, record: one.id === id ? other : one }))
    .sort(byProbability)
    .slice(0, mostShown);
}

/**
 * DUPLICATE-1: the records in reach that what is written there may be already, the most probable first, at most 100. What somebody
 * may not see of any record is neither asked by nor compared. A Query a key, 24 at most, and at most two BatchGets.
 */
export async function duplicatesOfDraft(
  scope: Scope,
  kind: MatchKind,
  draft: object,
): Promise<ShownDuplicate[]> {
  const { workspaceId } = scope;
  const matching = await matchingOf(workspaceId, kind);
  const facts = factsOf(kind, draft, { matching, hidden: hiddenAnywhere(scope, kind) });
  const ids = await candidatesFor(workspaceId, facts);
  const items =
    ids.length > 0 ? await getItems(ids.map((id) => recordKey(workspaceId, kind, id))) : new Map();
  const found = [...items.values()].flatMap((record: Item): ShownDuplicate[] => {
    if (!isInSight(scope, kind, record)) return [];
    const shown = shownAs(facts, factsFor(scope, kind, record, matching));
    return shown ? [{ ...shown, record }] : [];
  });
  return found.sort(byProbability).slice(0, mostShown);
}
