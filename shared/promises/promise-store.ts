import { contactStore } from '../contacts/contact-store.ts';
import type { Actor, Context } from '../core/actor.ts';
import { hiddenAnywhere, hiddenFields, reachOf } from '../core/rights.ts';
import { type Scope, whole, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { dealStore } from '../deals/deal-store.ts';
import type { Write } from '../platform/commit.ts';
import type { Ids } from '../platform/merged.ts';
import { ownedStore } from '../platform/owned-store.ts';
import { mustExist } from '../platform/record-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import {
  createPromise,
  type DealPromise,
  NewPromise,
  type PromisePatch,
  patchPromise,
  promiseRecord,
} from './promise.ts';
import { openPromisesPk, ordersOf } from './promise-projection.ts';
import { promiseShape } from './promise-shape.ts';

/** PROMISE-1: by id, one GetItem. */
const promiseStore = ownedStore(promiseRecord);

/**
 * Whom a deal is with, for a promise that names nobody: not where that is hidden from who promises, or where the person is
 * gone. Their being out of sight is no hindrance: the deal shows who it is.
 */
async function contactOfDeal({ actor }: Context, dealId: string): Promise<string | undefined> {
  const deal = await dealStore.find(within(actor), dealId);
  if (!deal?.contactId || hiddenFields(actor, 'deal', deal.ownerId).has('contactId')) return undefined;
  const contact = await contactStore.find(whole(actor.workspaceId), deal.contactId);
  return contact && !contact.erasedAt ? contact.id : undefined;
}
const stillThere = ({ workspaceId }: Actor, id: string | undefined): Write[] =>
  id ? [mustExist(workspaceId, 'contact', id, '/contactId')] : [];

/** PROMISE-2: by external id, two GetItems. */
export const promiseType: RecordType<DealPromise, NewPromise, PromisePatch> = {
  of: promiseRecord,
  shape: promiseShape,
  store: promiseStore,
  untouched: NewPromise.parse({
    text: '-',
    dueOn: '2026-01-01',
    dealId: promiseShape.example.created.dealId,
  }),
  async make(given, by) {
    const { actor } = by;
    const ofDeal = given.contactId ? undefined : await contactOfDeal(by, given.dealId);
    const contactId = given.contactId ?? ofDeal;
    const ownerId = given.ownerId ?? (actor.kind === 'user' ? actor.id : undefined);
    const whole = { ...given, ...(contactId && { contactId }), ...(ownerId && { ownerId }) };
    return {
      change: createPromise(whole, by),
      also: [...mustBeNamed(given, by), ...stillThere(actor, ofDeal)],
    };
  },
  edit: async (promise, patch, by) => ({
    change: patchPromise(promise, patch, by),
    also: mustBeNamed(patch, by, promise),
  }),
  orders: ordersOf,
};

/** Of a contact the ids of those that were merged into it, too. */
type To = { kind: 'contact' | 'deal'; ids: Ids };
export const mostPromises = 20;
/**
 * PROMISE-3: open promises in reach to a contact, or on a deal, at most twenty, the one that is due first in front: a Query a
 * partition and one BatchGet. None for whom no promise is in reach, or from whom it is hidden to whom they are.
 */
export async function openPromises(scope: Scope, to: To): Promise<DealPromise[]> {
  const kind = 'promise';
  if (reachOf(scope, kind, 'read').reach === 'none') return [];
  if (to.kind === 'contact' && hiddenAnywhere(scope, kind).has('contactId')) return [];
  const [base = '', ...others] = to.ids.map((id) => openPromisesPk(scope.workspaceId, { kind: to.kind, id }));
  const merged = others.flatMap((pk) => partitionsFor(scope, kind, pk));
  const { items } = await ownedPage(
    { base, partitions: partitionsFor(scope, kind, base), merged },
    { limit: mostPromises },
    'open promises',
    (ids) => promiseStore.getMany(scope, ids),
    (promise) => promise.status === 'open',
  );
  return items;
}
