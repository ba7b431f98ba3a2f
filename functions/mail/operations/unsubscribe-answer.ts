import { AppError } from '../../../shared/core/errors.ts';
import { pagePolicy } from '../../../shared/platform/answer-headers.ts';
import { Answer } from '../../../shared/platform/api.ts';
import { unsubscribeToken } from '../../../shared/platform/unsubscribe-link.ts';

/** Whom a link is for. Throws `unsubscribe_link_invalid`. */
export async function subscriberOf(token: string) {
  const subscriber = await unsubscribeToken(token);
  if (!subscriber) {
    const detail = 'This link is not complete. Copy all of it from the mail.';
    throw new AppError('not_found', 'unsubscribe_link_invalid', detail);
  }
  return subscriber;
}

export const pageAnswer = (html: string) =>
  new Answer({
    statusCode: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy({ form: "'self'" }),
    },
    body: html,
  });
