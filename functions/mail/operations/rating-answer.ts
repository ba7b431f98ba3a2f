import { pageLanguageOf } from '../../../shared/mail/public-page.ts';
import { pagePolicy } from '../../../shared/platform/answer-headers.ts';
import { Answer } from '../../../shared/platform/api.ts';
import { askedBy } from '../../../shared/ratings/rating-store.ts';

/** What a link asks of whom, and what its pages show. Throws `rating_link_invalid`, `rating_link_expired`. */
export async function ratingAsked(token: string, now: string) {
  const { link, contact } = await askedBy(token, now);
  return { link, contact, shown: { score: link.score, language: pageLanguageOf(contact.language) } };
}

export const ratingAnswer = (html: string, script?: string) =>
  new Answer({
    statusCode: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy({ form: "'self'", ...(script && { script }) }),
    },
    body: html,
  });
