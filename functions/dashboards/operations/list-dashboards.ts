import { assertHasOwn } from '../../../shared/core/kept-for.ts';
import { listDashboardsRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import { dashboardPage } from '../../../shared/dashboards/dashboard-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listDashboardsOperation = operation(listDashboardsRoute, async ({ actor, query }) => {
  assertHasOwn(actor, 'dashboard');
  return dashboardPage(actor, query);
});
