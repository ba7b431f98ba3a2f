import { lift } from '../../../shared/mail/suppression-list-store.ts';
import { deleteSuppressionRoute } from '../../../shared/mail/suppression-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteSuppressionOperation = operation(deleteSuppressionRoute, async ({ params, ...by }) => {
  await lift(params.suppressionId, by);
  return undefined;
});
