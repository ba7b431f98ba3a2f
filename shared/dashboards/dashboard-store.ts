import type { Actor, Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertHasOwn, type KeptFor, type Noun } from '../core/kept-for.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { retryLostRace } from '../platform/again.ts';
import { queryItems } from '../platform/dynamo.ts';
import { readCounters } from '../platform/projection-store.ts';
import { recordStore } from '../platform/record-store.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { type Dashboard, dashboardRecord } from './dashboard.ts';
import { deleteDashboard } from './dashboard-changes.ts';
import { dashboardCounters, dashboardsPk } from './dashboard-projection.ts';

/** DASH-1: by id, one GetItem. */
export const dashboardStore = recordStore(dashboardRecord);

/** One that `assertMay` lets this actor have. Throws `dashboard_not_found` and what `assertMay` throws. */
export async function seenDashboard(
  actor: Actor,
  id: string,
  assertMay: (actor: Actor, noun: Noun, one: KeptFor) => void,
): Promise<Dashboard> {
  assertHasOwn(actor, 'dashboard');
  const found = await dashboardStore.get(actor.workspaceId, id);
  assertMay(actor, 'dashboard', found);
  return found;
}

/** DASH-2: one's own and the shared ones by name: one Query each, and one BatchGet. */
export function dashboardPage({ workspaceId, id }: Actor, page: PageRequest): Promise<Page<Dashboard>> {
  const base = dashboardsPk(workspaceId);
  const partitions = [base, dashboardsPk(workspaceId, id)];
  const isTheirs = ({ visibility, ownerId }: Dashboard) => visibility === 'shared' || ownerId === id;
  const read = (ids: string[]) => dashboardStore.getMany(workspaceId, ids);
  return ownedPage({ base, partitions }, page, 'dashboards', read, isTheirs);
}

const most = { private: 50, shared: 100 };
/** DASH-3: room for one more where it comes to stand; what came in the last second is not counted. Throws `too_many_dashboards`. */
export async function assertRoomForDashboard(one: Dashboard, before?: Dashboard): Promise<void> {
  const { workspaceId, ownerId, visibility } = one;
  if (before?.visibility === visibility) return;
  const owner = visibility === 'private' ? ownerId : undefined;
  const { count = 0 } = await readCounters(dashboardCounters(workspaceId, owner));
  if (count < most[visibility]) return;
  const whose = visibility === 'private' ? 'of your own' : 'that are shared in the workspace';
  const detail = `There are ${most[visibility]} dashboards ${whose}, which is the most. Delete one first.`;
  throw new AppError('conflict', 'too_many_dashboards', detail);
}

/** DASH-4: deletes what somebody who is gone kept for themselves. May be repeated. */
export async function deletePrivateDashboards(userId: string, by: Context): Promise<void> {
  const { workspaceId } = by.actor;
  const pk = dashboardsPk(workspaceId, userId);
  const { items } = await queryItems({ pk, limit: 2 * most.private, consistent: true });
  for (const { id } of items)
    await retryLostRace(async () => {
      const found = await dashboardStore.find(workspaceId, String(id));
      if (found?.visibility === 'private' && found.ownerId === userId)
        await dashboardStore.save(deleteDashboard(found), by);
    });
}
