import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { getDashboardRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getDashboardOperation = operation(getDashboardRoute, ({ actor, params }) =>
  seenDashboard(actor, params.dashboardId, assertSeesKept),
);
