import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { putDashboardSubscriptionRoute } from '../../../shared/dashboards/subscription-routes.ts';
import { changeSubscriptions } from '../../../shared/dashboards/subscription-store.ts';
import { mailDueAt, subscribed } from '../../../shared/dashboards/subscriptions.ts';
import { operation } from '../../../shared/platform/api.ts';

export const putDashboardSubscriptionOperation = operation(
  putDashboardSubscriptionRoute,
  async ({ actor, params, body, now }) => {
    const { id } = await seenDashboard(actor, params.dashboardId, assertSeesKept);
    const { all, timeZone } = await changeSubscriptions(actor.workspaceId, actor.id, (kept) =>
      subscribed(kept, id, body, now),
    );
    const since = all.find(({ dashboardId }) => dashboardId === id) ?? { since: now };
    return { ...body, dashboardId: id, nextAt: mailDueAt({ ...since, ...body, dashboardId: id }, timeZone) };
  },
);
