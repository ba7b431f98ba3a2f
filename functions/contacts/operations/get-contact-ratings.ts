import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';
import { averageOf } from '../../../shared/ratings/rating.ts';
import { getContactRatingsRoute } from '../../../shared/ratings/rating-routes.ts';
import { ratingsOf } from '../../../shared/ratings/rating-store.ts';

export const getContactRatingsOperation = operation(getContactRatingsRoute, async ({ actor, params }) => {
  const ids = await assertSeen(within(actor), 'contact', params.contactId);
  const items = await ratingsOf(actor.workspaceId, ids);
  return { average: averageOf(items.map(({ score }) => score)), items };
});
