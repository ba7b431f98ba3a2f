import { type IdKind, kindOfId } from '../core/ids.ts';
import { hasHideable } from '../core/policy.ts';
import type { Key } from '../core/projection.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import type { Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { queryItems } from '../platform/dynamo.ts';
import { type Found, foundIn, searchPk } from './search-entries.ts';
import type { Direction } from './search-tokens.ts';
import { type SearchedKind, searchKinds } from './searchable.ts';

const pageSize = 1000;
const mostPages = 10;

export type Range = { direction: Direction; from: string; to?: string; most: number };
export type Read = { found: Found[]; cut: boolean };

/** Reads the index as far as a searcher may see it. */
export function searchIndex(scope: Scope, kinds: readonly SearchedKind[]) {
  const hidden = new Map<string, ReadonlySet<string>>(
    kinds.map((kind) => [kind, hasHideable(kind) ? hiddenAnywhere(scope, kind) : new Set<string>()]),
  );
  const hidesNothing = [...hidden.values()].every(({ size }) => size === 0);

  /** The partitions that hold what is in reach, each with the kinds of which it may be shown. */
  function partitions(base: string): Map<string, Set<IdKind>> {
    const all = new Map<string, Set<IdKind>>();
    for (const kind of kinds)
      for (const pk of partitionsFor(scope, kind, base))
        all.set(pk, (all.get(pk) ?? new Set<IdKind>()).add(kind));
    return all;
  }

  const isSeen = ({ id, fields }: Found, seen: ReadonlySet<IdKind>) => {
    const kind = kindOfId(id);
    return kind !== undefined && seen.has(kind) && fields.some((field) => !hidden.get(kind)?.has(field));
  };

  const takesAll = (seen: ReadonlySet<IdKind>) => hidesNothing && seen.size === searchKinds.length;

  /**
   * One Query. What is not for this searcher is skipped before anything is counted, so that it takes no other entry's
   * place; only where it fills whole pages are more of them read, at most ten.
   */
  async function readOne(pk: string, seen: ReadonlySet<IdKind>, range: Range): Promise<Read> {
    const { direction, from, to = `${from}\u{10FFFF}`, most } = range;
    const limit = takesAll(seen) ? most : pageSize;
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
    const reads = await Promise.all([...partitions(base)].map(([pk, seen]) => readOne(pk, seen, range)));
    return { found: reads.flatMap(({ found }) => found), cut: reads.some(({ cut }) => cut) };
  };
}
