import type { Actor } from '../../../shared/core/actor.ts';
import { presences } from '../../../shared/identity/presence-store.ts';
import { idsOfUsersHere } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getUseReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { useReport } from '../../../shared/reports/use-report.ts';
import { readDone, seesAllDone } from '../cells/done-cells.ts';

/** How people work is for who manages them to see, and for themselves. */
const seesAllUse = (actor: Actor): boolean =>
  actor.permissions.includes('users:write') ||
  (actor.permissions.includes('reports:read') && seesAllDone(actor));

export const getUseReportOperation = operation(getUseReportRoute, async ({ actor, query, now }) => {
  const { workspaceId } = actor;
  const period = periodOf(query, now);
  const seesAll = seesAllUse(actor);
  const [all, deeds, listed] = await Promise.all([
    presences(workspaceId, period, now),
    readDone(actor, {
      ...period,
      ...(!seesAll && { ownerId: actor.id }),
      thenNow: true,
      ofEverybody: seesAll,
    }),
    seesAll ? idsOfUsersHere(workspaceId) : [actor.id],
  ]);
  const here = Map.groupBy(all, ({ userId }) => userId);
  const userIds = seesAll ? [...new Set([...listed, ...here.keys()])] : listed;
  return useReport({ userIds, here, ...deeds }, period);
});
