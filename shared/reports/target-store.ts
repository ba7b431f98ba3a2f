import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { ownerPk, teamPk } from '../core/scoped-list.ts';
import { mustBeHere } from '../identity/user-store.ts';
import type { Write } from '../platform/commit.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { inMonths, type Period } from './period.ts';
import { readStretch } from './stretch-store.ts';
import { Target, targetKey, targetRecord } from './target.ts';
import { targetsPk } from './target-projection.ts';

/** TARGET-1: by id, one GetItem. */
export const targetStore = recordStore(targetRecord);

/**
 * The lists that together hold what somebody may see: all, or their own and their teams'. A key that is held to less than its user may
 * has none of these without the permission. Throws `permission_missing`.
 */
function listsFor({ workspaceId, id, permissions, rights }: Actor): string[] {
  const base = targetsPk(workspaceId);
  if (permissions.includes('reports:read')) return [base];
  if (rights.scopes !== undefined || rights.cap !== undefined)
    throw new AppError('forbidden', 'permission_missing', 'This needs the permission reports:read.');
  return [ownerPk(base, id), ...rights.teamIds.map((teamId) => teamPk(base, teamId))];
}

/** TARGET-2: those that one may see, whole, month by month; one Query a list and page. */
export function targetPage(actor: Actor, period: Period, page: PageRequest): Promise<Page<Target>> {
  const wanted = {
    base: targetsPk(actor.workspaceId),
    partitions: listsFor(actor),
    ...inMonths(period),
  };
  return scopedPage(wanted, page, `targets ${period.from} ${period.to}`, ({ target }) =>
    Target.parse(target),
  );
}

/** TARGET-3: by month, whose it is and pipeline, two GetItems. */
export const findTarget = (
  workspaceId: string,
  key: Parameters<typeof targetKey>[0],
): Promise<Target | undefined> => targetStore.findByUnique(workspaceId, targetKey(key));

/** Holds a new target to the being there of whose it is, and of its pipeline. */
export const namedIn = ({ workspaceId, userId, teamId, pipelineId }: Target): Write[] => [
  ...(userId ? [mustBeHere(workspaceId, userId, '/userId')] : []),
  ...(teamId ? [mustExist(workspaceId, 'team', teamId, '/teamId')] : []),
  ...(pipelineId ? [mustExist(workspaceId, 'pipeline', pipelineId, '/pipelineId')] : []),
];

/** TARGET-2: all of a period that one may see: one Query a list. None for a key that is held to less than its user may. Throws `report_too_wide`. */
export async function allTargets(actor: Actor, period: Period): Promise<Target[]> {
  const { rights, permissions } = actor;
  const isKey = rights.scopes !== undefined || rights.cap !== undefined;
  if (isKey && !permissions.includes('reports:read')) return [];
  const { from, to } = inMonths(period);
  const pages = await Promise.all(listsFor(actor).map((pk) => readStretch(pk, from, to)));
  return pages.flat().map(({ target }) => Target.parse(target));
}
