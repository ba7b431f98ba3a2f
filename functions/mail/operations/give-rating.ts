import { operation } from '../../../shared/platform/api.ts';
import { formText } from '../../../shared/platform/form-body.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { thankingPage } from '../../../shared/ratings/rating-page.ts';
import { GivenRating, giveRatingRoute } from '../../../shared/ratings/rating-routes.ts';
import { rate } from '../../../shared/ratings/rating-store.ts';
import { ratingAnswer, ratingAsked } from './rating-answer.ts';

export const giveRatingOperation = operation(giveRatingRoute, async ({ params, event, now }) => {
  const { link, contact, shown } = await ratingAsked(params.token, now);
  const posted = new URLSearchParams(formText(event));
  // A browser sends a line's end as two characters, and counts it as one.
  const words = posted.get('comment')?.replaceAll('\r\n', '\n');
  const { comment } = parsePart(GivenRating, { comment: words });
  await rate(link, contact, comment || undefined, now);
  return ratingAnswer(thankingPage({ ...shown, isTold: Boolean(comment) }));
});
