import { assertHasOwn } from '../../../shared/core/kept-for.ts';
import { createDashboard } from '../../../shared/dashboards/dashboard-changes.ts';
import { createDashboardRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import { assertRoomForDashboard, dashboardStore } from '../../../shared/dashboards/dashboard-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createDashboardOperation = operation(createDashboardRoute, async ({ body, ...by }) => {
  assertHasOwn(by.actor, 'dashboard');
  const change = createDashboard(body, by);
  await assertRoomForDashboard(change.after);
  await dashboardStore.save(change, by);
  return change.after;
});
