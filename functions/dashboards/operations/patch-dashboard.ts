import { assertMayChangeKept, assertMayHideKept } from '../../../shared/core/kept-for.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchDashboard } from '../../../shared/dashboards/dashboard-changes.ts';
import { patchDashboardRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import {
  assertRoomForDashboard,
  dashboardStore,
  seenDashboard,
} from '../../../shared/dashboards/dashboard-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchDashboardOperation = operation(patchDashboardRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const before = await seenDashboard(by.actor, params.dashboardId, assertMayChangeKept);
    assertMatch(before, match);
    const change = patchDashboard(before, body, by.now);
    if (changesNothing(change)) return before;
    assertMayHideKept(by.actor, 'dashboard', before, change.after);
    await assertRoomForDashboard(change.after, before);
    await dashboardStore.save(change, by);
    return change.after;
  }),
);
