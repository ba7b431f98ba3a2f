import { AppError } from '../../../shared/core/errors.ts';
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

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const pageAnswer = (html: string) =>
  new Answer({
    statusCode: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: html,
  });
