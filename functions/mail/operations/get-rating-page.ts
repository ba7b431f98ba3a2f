import { operation } from '../../../shared/platform/api.ts';
import { askingPage, ratingScriptHash } from '../../../shared/ratings/rating-page.ts';
import { getRatingPageRoute } from '../../../shared/ratings/rating-routes.ts';
import { ratingAnswer, ratingAsked } from './rating-answer.ts';

export const getRatingPageOperation = operation(getRatingPageRoute, async ({ params, now }) => {
  const { shown } = await ratingAsked(params.token, now);
  return ratingAnswer(askingPage(shown), ratingScriptHash);
});
