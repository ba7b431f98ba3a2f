import { notFound } from '../../../shared/core/errors.ts';
import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { getDashboardSubscriptionRoute } from '../../../shared/dashboards/subscription-routes.ts';
import { readSubscriptions } from '../../../shared/dashboards/subscription-store.ts';
import { mailDueAt } from '../../../shared/dashboards/subscriptions.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getDashboardSubscriptionOperation = operation(
  getDashboardSubscriptionRoute,
  async ({ actor, params }) => {
    const { id } = await seenDashboard(actor, params.dashboardId, assertSeesKept);
    const { kept, timeZone } = await readSubscriptions(actor.workspaceId, actor.id);
    const own = kept.all.find(({ dashboardId }) => dashboardId === id);
    if (!own) throw notFound('subscription', id);
    return { ...own, nextAt: mailDueAt(own, timeZone) };
  },
);
