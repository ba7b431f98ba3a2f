import type { Condition } from '../conditions/condition.ts';
import type { Actor } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { ownerPk, partitionsFor } from '../core/scoped-list.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import type { ListAsked } from '../records/list-choice.ts';
import { recordListPage } from '../records/record-list-store.ts';
import { readClocks } from './clock-store.ts';
import { cardFor, cardOf, type DealCard, type ListedDeal } from './deal-card.ts';
import { stagePk } from './deal-projection.ts';
import { dealStore, dealType } from './deal-store.ts';

/** Whose; all that is in reach where nothing is said. */
export type Owner = { id: string | undefined } | undefined;
export function partitionsOf(scope: Scope, base: string, owner: Owner): string[] {
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

/** In the order of the ids, those in sight. */
const withClocks = (now: string) => async (scope: Scope, ids: string[]) =>
  (await readClocks(scope.workspaceId, ids))
    .filter(({ deal }) => !deal.deletedAt && mayRead(scope, 'deal', deal.ownerId))
    .map(({ deal, clock }) => ({ ...deal, ...cardOf(cardFor(deal, clock), now) }));

/** LIST-1 to LIST-7: deals as a list shows them, with what last happened with each; a Query a partition and one BatchGet for fifty. */
export const dealPage = (
  actor: Actor,
  asked: ListAsked & { owner?: Owner; filter?: Condition | undefined },
  page: PageRequest,
  now: string,
): Promise<Page<ListedDeal>> => {
  const getMany = withClocks(now);
  const findByUnique = async (...found: Parameters<typeof dealStore.findByUnique>) => {
    const deal = await dealStore.findByUnique(...found);
    return deal && (await getMany(found[0], [deal.id]))[0];
  };
  const listed = { ...dealType, store: { ...dealStore, getMany, findByUnique } };
  return recordListPage(listed as never, actor, { ...asked, now }, page) as Promise<unknown> as Promise<
    Page<ListedDeal>
  >;
};
