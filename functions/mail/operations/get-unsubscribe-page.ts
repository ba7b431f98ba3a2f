import { unsubscribePage } from '../../../shared/mail/unsubscribe-page.ts';
import { getUnsubscribePageRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { pageAnswer, subscriberOf } from './unsubscribe-answer.ts';

export const getUnsubscribePageOperation = operation(getUnsubscribePageRoute, async ({ params }) => {
  const { workspaceId } = await subscriberOf(params.token);
  const { name } = await workspaceOf(workspaceId);
  return pageAnswer(unsubscribePage(name));
});
