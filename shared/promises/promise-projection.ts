import type { IdKind } from '../core/ids.ts';
import { type Entry, nameOf, type Projection } from '../core/projection.ts';
import { scopedEntries, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries, relatedPk } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { DealPromise, dueKey } from './promise.ts';
import { promiseTexts } from './promise-search.ts';

/** PROMISE-3: the open promises to a contact, or on a deal, the one that is due first in front. */
export const openPromisesPk = (workspaceId: string, to: { kind: IdKind; id: string }) =>
  `${relatedPk(workspaceId, to, 'promise')}#OPEN`;

export const ordersOf = (promise: DealPromise) => ({ due: dueKey(promise) });

export const promiseProjection: Projection = trashable({
  definition: 1,
  borrows: (record) => teamBorrowed(DealPromise.parse(record)),
  project({ record, borrowed }) {
    const promise = DealPromise.parse(record);
    const { workspaceId, id, ownerId, contactId, dealId, status, dueOn } = promise;
    const [team] = teamBorrowed(promise);
    const owned = { ...promise, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const related = [{ kind: 'contact', id: contactId } as const, { kind: 'deal', id: dealId } as const];
    const open = related.flatMap((to): Entry[] => {
      if (to.id === undefined || status !== 'open') return [];
      const base = openPromisesPk(workspaceId, { kind: to.kind, id: to.id });
      return scopedEntries(
        base,
        { ownerId, teamId: owned.teamId },
        { sk: `${dueOn}#${id}`, of: 'promise', id },
      );
    });
    const lists = {
      orders: ordersOf(promise),
      related,
      states: { status: { value: status, order: dueOn } },
    };
    return {
      entries: [
        ...listEntries('promise', owned, lists),
        ...open,
        ...searchEntries(owned, promiseTexts(promise)),
      ],
      counters: listCounters('promise', owned),
    };
  },
});
