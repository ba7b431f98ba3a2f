import type { ListedKind } from '../../api/kinds.ts';

/** The order in which who opened a record from a list goes on to the next and the previous one. */
const walkAt = 'rapport.walk';

export function storeWalk(kind: ListedKind, ids: string[], at: number): void {
  sessionStorage.setItem(walkAt, JSON.stringify({ kind, ids, at }));
}
