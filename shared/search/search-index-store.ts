import { type IdKind, kindOfId } from '../core/ids.ts';
import { hasHideable } from '../core/policy.ts';
import type { Key } from '../core/projection.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import type { Scope } from '../core/scope.ts';
import { ownerPk, partitionsFor } from '../core/scoped-list.ts';
import { queryItems } from '../platform/dynamo.ts';
import { type Found, foundIn, searchPk } from './search-entries.ts';
import type { Direction } from './search-tokens.ts';
import { type SearchedKind, searchKinds } from './searchable.ts';

const pageSize = 1000;
const mostPages = 10;
const ownerless: SearchedKind = 'product';

export type Range = { direction: Direction; from: string; to?: string; most: number };
export type Read = { found: Found[]; cut: boolean };

/** Reads the index as far as a searcher may see it. */
export function searchIndex(scope: Scope, kinds: readonly SearchedKind[]) {
  const hidden = new Map<string, ReadonlySet<string>>(
    kinds.map((kind) => [kind, hasHideable(kind) ? hiddenAnywhere(scope, kind) : new Set<string>()]),
  );
  const hidesNothing = [...hidden.values()].every(({ size }) => size === 0);

  /**
   * The partitions that hold what is in reach, each with the kinds of which it may be shown. Products, which are nobody's, are
   * looked for among what is nobody's where everybody's of no other kind is in reach: it holds little beside them.
   */
  function partitions(base: string): Map<string, Set<IdKind>> {
    const reached = kinds.map((kind) => ({ kind, pks: partitionsFor(scope, kind, base) }));
    const isWide = reached.some(({ kind, pks }) => kind !== ownerless && pks.includes(base));
    const nobodys = ownerPk(base, undefined);
    const all = new Map<string, Set<IdKind>>();
    for (const { kind, pks } of reached) {
      const narrowed = kind === ownerless && !isWide ? pks.slice(0, 1).map(() => nobodys) : pks;
      for (const pk of narrowed) all.set(pk, (all.get(pk) ?? new Set<IdKind>()).add(kind));
    }
    return all;
  }
  /** Whether a partition holds nothing that this searcher may not see. */
  function takesAll(base: string, pk: string, seen: ReadonlySet<IdKind>) {
    const isSomebodys = pk !== base && pk !== ownerPk(base, undefined);
    return hidesNothing && searchKinds.every((kind) => seen.has(kind) || (isSomebodys && kind === ownerless));
  }

  const isSeen = ({ id, fields }: Found, seen: ReadonlySet<IdKind>) => {
    const kind = kindOfId(id);
    return kind !== undefined && seen.has(kind) && fields.some((field) => !hidden.get(kind)?.has(field));
  };

  /**
   * One Query. What is not for this searcher is skipped before anything is counted, so that it takes no other entry's
   * place; only where it fills whole pages are more of them read, at most ten.
   */
  async function readOne(
    pk: string,
    seen: ReadonlySet<IdKind>,
    isWhole: boolean,
    range: Range,
  ): Promise<Read> {
    const { direction, from, to = `${from}\u{10FFFF}`, most } = range;
    const limit = isWhole ? most : pageSize;
    const found: Found[] = [];
    let after: Key | undefined;
    for (let page = 0; page < mostPages && found.length < most; page++) {
      const { items, last } = await queryItems({ pk, from, to, after, limit });
      found.push(...items.map((item) => foundIn(item, direction)).filter((one) => isSeen(one, seen)));
      after = last;
      if (!last) break;
    }
    return { found: found.slice(0, most), cut: after !== undefined || found.length > most };
  }

  /** SEARCH-1: the entries of a range of words that lie together, at most so many a partition. */
  return async (range: Range): Promise<Read> => {
    const base = searchPk(scope.workspaceId, range.direction, range.from);
    const reads = await Promise.all(
      [...partitions(base)].map(([pk, seen]) => readOne(pk, seen, takesAll(base, pk, seen), range)),
    );
    return { found: reads.flatMap(({ found }) => found), cut: reads.some(({ cut }) => cut) };
  };
}
