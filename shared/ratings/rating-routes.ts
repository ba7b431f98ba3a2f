import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { linkPage } from '../mail/link-page.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const examplePath = {
  token:
    '01KAPRM3V5Z8Y7Q2W4X6T9N1BC.01KAPRM3V5Z8Y7Q2W4X6T9N1BC.ti_01KAPRM3V5Z8Y7Q2W4X6T9N1BC.5.20870.e7F8g9H0i1J2k3L4m5N6o7',
};
export const getRatingPageRoute = defineRoute({
  ...linkPage,
  operationId: 'getRatingPage',
  method: 'GET',
  path: '/v1/ratings/{token}',
  summary: 'The page behind a link to rate a ticket or a deal',
  description:
    'Opening it stores nothing, because programs open links too. It sends the rating by itself once a person moves, touches or types on it, and has a button. In the contact’s language (English or German).',
  errors: ['rating_link_invalid', 'rating_link_expired'],
  example: { params: examplePath },
});

/** What the page’s forms send. */
export const GivenRating = z.object({ comment: z.string().trim().max(2000).optional() });

export const giveRatingRoute = defineRoute({
  ...linkPage,
  operationId: 'giveRating',
  method: 'POST',
  path: '/v1/ratings/{token}',
  summary: 'Rate a ticket or a deal',
  description:
    'The link says who rates what, and how. It is one activity `rating` on the contact’s timeline, whose `text` is the comment; another score of the same mail, within 90 days, changes it. May be repeated. `rating.given` tells of each new score.',
  body: GivenRating,
  accepts: ['application/x-www-form-urlencoded'],
  errors: ['rating_link_invalid', 'rating_link_expired', 'body_too_large'],
  example: { params: examplePath, body: { comment: 'Quick and kind.' } },
});

export const publicRatingRoutes = [getRatingPageRoute, giveRatingRoute];

export const getContactRatingsRoute = defineRoute({
  operationId: 'getContactRatings',
  method: 'GET',
  path: '/v1/contacts/{contactId}/ratings',
  tag: 'Contacts',
  summary: 'How a contact rated us, newest first',
  description: 'The last hundred ratings and their average. A rating stands here within a second.',
  access: 'contacts:read',
  ...nothing,
  params: z.object({ contactId: idOf('contact') }),
  status: 200,
  response: z.object({
    average: z.number().optional().describe('From 1 to 5; none where there is no rating.'),
    items: z.array(
      z.object({ activityId: idOf('activity'), at: z.iso.datetime(), score: z.int().min(1).max(5) }),
    ),
  }),
  errors: ['contact_not_found'],
  example: { params: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});
