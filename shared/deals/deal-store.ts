import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Scope } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { mustBeHere } from '../identity/user-store.ts';
import { cached } from '../platform/cache.ts';
import type { Write } from '../platform/commit.ts';
import { mustBeSeen, ownedStore } from '../platform/owned-store.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { type Deal, dealRecord } from './deal.ts';
import { contactDealsPk } from './deal-projection.ts';
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
export function contactDealPage(scope: Scope, contactId: string, page: PageRequest): Promise<Page<Deal>> {
  const base = contactDealsPk(scope.workspaceId, contactId);
  return ownedPage(
    { base, partitions: partitionsFor(scope, 'deal', base), newestFirst: true },
    page,
    'contact deals',
    (ids) => dealStore.getMany(scope, ids),
    (deal) => deal.contactId === contactId,
  );
}

/** Holds a write to the being there, in the actor's sight, of the people that a deal newly names. */
export const peopleMustExist = (
  scope: Scope,
  { contactId, ownerId }: { contactId?: string | null | undefined; ownerId?: string | null | undefined },
): Write[] => [
  ...(contactId ? [mustBeSeen(scope, 'contact', contactId, '/contactId')] : []),
  ...(ownerId ? [mustBeHere(scope.workspaceId, ownerId, '/ownerId')] : []),
];
