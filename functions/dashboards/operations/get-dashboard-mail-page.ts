import { stopPage } from '../../../shared/dashboards/mail-pages.ts';
import { getDashboardMailPageRoute } from '../../../shared/dashboards/subscription-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { pageAnswer } from '../../mail/operations/unsubscribe-answer.ts';
import { mailedOf } from '../mailing/mailed-of.ts';

export const getDashboardMailPageOperation = operation(getDashboardMailPageRoute, async ({ params }) => {
  await mailedOf(params.token);
  return pageAnswer(stopPage());
});
