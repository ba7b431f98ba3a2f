import type { Page, PageRequest } from '../core/page.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { ownerPk, partitionsFor } from '../core/scoped-list.ts';
import { ownedPage, scopedPage } from '../platform/scoped-page.ts';
import { type ClockedDeal, readClocks } from './clock-store.ts';
import { cardFor, cardOf, type DealCard } from './deal-card.ts';
import type { DealOrder } from './deal-orders.ts';
import { dealListPk, stagePk } from './deal-projection.ts';

/** Whose; all that is in reach where nothing is said. */
type Owner = { id: string | undefined } | undefined;
function partitionsOf(scope: Scope, base: string, owner: Owner): string[] {
  if (!owner) return partitionsFor(scope, 'deal', base);
  return mayRead(scope, 'deal', owner.id) ? [ownerPk(base, owner.id)] : [];
}

/** DEAL-2: a stage's deals in reach, the newest in it first; one Query a partition and page. */
export async function stagePage(
  scope: Scope,
  { pipelineId, stageId, owner }: { pipelineId: string; stageId: string; owner?: Owner },
  page: PageRequest,
  now: string,
): Promise<Page<DealCard>> {
  const base = stagePk(scope.workspaceId, pipelineId, stageId);
  const wanted = { base, partitions: partitionsOf(scope, base, owner), newestFirst: true };
  const found = await scopedPage(wanted, page, 'stage deals', (item) => cardOf(item, now));
  // A card follows its deal within a second, and a team's within more: whom I do not reach any more is left out at once.
  return { ...found, items: found.items.filter(({ ownerId }) => mayRead(scope, 'deal', ownerId)) };
}

export type DealList = { order: DealOrder; direction: 'asc' | 'desc'; owner?: Owner };
/** DEAL-8: the deals in reach by the moment they were made or changed; a Query a partition and one BatchGet for fifty. */
export function dealPage(
  scope: Scope,
  { order, direction, owner }: DealList,
  page: PageRequest,
  now: string,
): Promise<Page<DealCard>> {
  const base = dealListPk(scope.workspaceId, order);
  const isSeen = ({ deal }: ClockedDeal) =>
    mayRead(scope, 'deal', deal.ownerId) && (owner === undefined || deal.ownerId === owner.id);
  return ownedPage(
    { base, partitions: partitionsOf(scope, base, owner), newestFirst: direction === 'desc' },
    page,
    'deals',
    async (ids) =>
      (await readClocks(scope.workspaceId, ids))
        .filter(isSeen)
        .map(({ deal, clock }) => cardOf(cardFor(deal, clock), now)),
  );
}
