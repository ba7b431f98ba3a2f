import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Scope, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { cached } from '../platform/cache.ts';
import type { Ids } from '../platform/merged.ts';
import { ownedStore } from '../platform/owned-store.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { linesOf } from '../products/line-item-store.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { takenFromContact } from './came-from-store.ts';
import {
  createDeal,
  type Deal,
  type DealPatch,
  type DealPut,
  dealRecord,
  type NewDeal,
  patchDeal,
} from './deal.ts';
import { contactDealsPk, ordersOf } from './deal-projection.ts';
import { dealShape } from './deal-shape.ts';
import { assertMayMove } from './may-move.ts';
import { movedBesides, standingIn } from './move-deal.ts';
import { type Pipeline, pipelineRecord } from './pipeline.ts';
import { pipelineListPk } from './pipeline-projection.ts';

/** DEAL-1: by id, one GetItem. */
export const dealStore = ownedStore(dealRecord);
/** PIPELINE-1: by id, one GetItem. */
export const pipelineStore = recordStore(pipelineRecord);

/** PIPELINE-2: oldest first, one Query and one BatchGet a page. */
export const pipelinePage = (workspaceId: string, page: PageRequest): Promise<Page<Pipeline>> =>
  recordPage({ pk: pipelineListPk(workspaceId) }, page, 'pipelines', (ids) =>
    pipelineStore.getMany(workspaceId, ids),
  );

const lately = cached(30_000, async (name) => {
  const [workspaceId = '', id = ''] = name.split('\n');
  return pipelineStore.get(workspaceId, id);
});
/** A pipeline as it was at most 30 s ago: its stages seldom change, and a move need not pay to read them. */
export const pipelineOf = (workspaceId: string, id: string): Promise<Pipeline> =>
  lately(`${workspaceId}\n${id}`);

/**
 * Decides by the pipeline as it was lately, and where that refuses, by the pipeline as it is now: a stage that was added
 * a moment ago is there for everybody.
 */
export async function decideBy<T>(
  workspaceId: string,
  pipelineId: string,
  decide: (pipeline: Pipeline) => T,
): Promise<T> {
  try {
    return decide(await pipelineOf(workspaceId, pipelineId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return decide(await pipelineStore.get(workspaceId, pipelineId));
  }
}

/** DEAL-4: a contact's deals in reach, open ones first, each newest first; a Query a partition and one BatchGet a page. */
export function contactDealPage(scope: Scope, contactIds: Ids, page: PageRequest): Promise<Page<Deal>> {
  const [base = '', ...others] = contactIds.map((id) => contactDealsPk(scope.workspaceId, id));
  const partitions = partitionsFor(scope, 'deal', base);
  const merged = others.flatMap((pk) => partitionsFor(scope, 'deal', pk));
  return ownedPage(
    { base, partitions, merged, newestFirst: true },
    page,
    'contact deals',
    (ids) => dealStore.getMany(scope, ids),
    ({ contactId }) => contactId !== undefined && contactIds.includes(contactId),
  );
}

const dayOf = (at: string) => at.slice(0, 10);

/** A deal as the operations that every kind has know it; `PUT` finds it by its external id. */
export const dealType: RecordType<Deal, NewDeal, DealPatch> = {
  of: dealRecord,
  shape: dealShape,
  store: dealStore,
  untouched: { items: [], tags: [], custom: {} },
  async make(given, by) {
    const { workspaceId } = by.actor;
    const workspace = await workspaceOf(workspaceId);
    const currency = given.currency ?? workspace.currency;
    const items = await linesOf(within(by.actor), given.items, { currency, day: dayOf(by.now) });
    const taken = await takenFromContact(given, by);
    const change = await decideBy(workspaceId, given.pipelineId ?? workspace.defaultPipelineId, (pipeline) =>
      createDeal({ ...given, ...taken, items }, { pipeline, currency }, by),
    );
    return { change, also: mustBeNamed(given, by) };
  },
  async edit(deal, patch, by) {
    const { currency = deal.currency } = patch;
    const known = { items: deal.items, currency: deal.currency };
    const at = { currency, day: dayOf(by.now), known };
    const items = patch.items && (await linesOf(within(by.actor), patch.items, at));
    const {
      pipelineId = deal.pipelineId,
      stageId,
      lostReason,
      wonReason,
      closedAt: _,
      ...fields
    } = patch as DealPut;
    const taken = await takenFromContact(patch, by, deal);
    const patched = await decideBy(by.actor.workspaceId, deal.pipelineId, (pipeline) =>
      patchDeal(deal, { ...fields, ...taken, items }, pipeline, by),
    );
    const also = mustBeNamed(patch, by, deal);
    if (stageId === undefined) return { change: patched, also };
    const change = await decideBy(by.actor.workspaceId, pipelineId, (pipeline) =>
      movedBesides(patched, { stageId, lostReason, wonReason }, pipeline, by),
    );
    assertMayMove(by.actor, deal, change.after);
    return { change, also };
  },
  orders: ordersOf,
  async adapted(deal, { actor }) {
    const { workspaceId } = actor;
    const own = await pipelineStore.find(workspaceId, deal.pipelineId);
    const { defaultPipelineId } = await workspaceOf(workspaceId);
    return standingIn(deal, own ?? (await pipelineStore.get(workspaceId, defaultPipelineId)));
  },
};
