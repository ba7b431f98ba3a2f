import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { deleteDashboardSubscriptionRoute } from '../../../shared/dashboards/subscription-routes.ts';
import { changeSubscriptions } from '../../../shared/dashboards/subscription-store.ts';
import { unsubscribed } from '../../../shared/dashboards/subscriptions.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteDashboardSubscriptionOperation = operation(
  deleteDashboardSubscriptionRoute,
  async ({ actor, params }) => {
    const { id } = await seenDashboard(actor, params.dashboardId, assertSeesKept);
    await changeSubscriptions(actor.workspaceId, actor.id, (kept) => unsubscribed(kept, id));
    return undefined;
  },
);
