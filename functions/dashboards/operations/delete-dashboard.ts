import { assertMayChangeKept } from '../../../shared/core/kept-for.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { deleteDashboard } from '../../../shared/dashboards/dashboard-changes.ts';
import { deleteDashboardRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import { dashboardStore, seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteDashboardOperation = operation(deleteDashboardRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const before = await seenDashboard(by.actor, params.dashboardId, assertMayChangeKept);
    assertMatch(before, match);
    await dashboardStore.save(deleteDashboard(before), by);
    return undefined;
  }),
);
