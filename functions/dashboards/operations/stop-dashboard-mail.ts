import { stoppedPage } from '../../../shared/dashboards/mail-pages.ts';
import { stopDashboardMailRoute } from '../../../shared/dashboards/subscription-routes.ts';
import { changeSubscriptions } from '../../../shared/dashboards/subscription-store.ts';
import { unsubscribed } from '../../../shared/dashboards/subscriptions.ts';
import { operation } from '../../../shared/platform/api.ts';
import { pageAnswer } from '../../mail/operations/unsubscribe-answer.ts';
import { mailedOf } from '../mailing/mailed-of.ts';

export const stopDashboardMailOperation = operation(stopDashboardMailRoute, async ({ params }) => {
  const { workspaceId, userId, dashboardId } = await mailedOf(params.token);
  await changeSubscriptions(workspaceId, userId, (kept) => unsubscribed(kept, dashboardId));
  return pageAnswer(stoppedPage());
});
