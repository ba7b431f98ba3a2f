import { suppress } from '../../../shared/mail/suppression-store.ts';
import { unsubscribedPage } from '../../../shared/mail/unsubscribe-page.ts';
import { unsubscribeRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { pageAnswer, subscriberOf } from './unsubscribe-answer.ts';

export const unsubscribeOperation = operation(unsubscribeRoute, async ({ params, now }) => {
  const { workspaceId, hash, contactId } = await subscriberOf(params.token);
  await suppress(workspaceId, hash, 'unsubscribed', now, { contactId });
  const { name } = await workspaceOf(workspaceId);
  return pageAnswer(unsubscribedPage(name));
});
