import { AppError } from '../core/errors.ts';
import { type ApiEvent, mediaType, rawBody } from './request.ts';

const mostBytes = 64_000;

/** The body of a page's own form. Throws `media_type_unsupported`, `body_too_large`. */
export function formText(event: ApiEvent): string {
  if (mediaType(event) !== 'application/x-www-form-urlencoded')
    throw new AppError('unsupported', 'media_type_unsupported', 'Send the body as a form of a page does.');
  const raw = rawBody(event);
  if (raw.length > mostBytes)
    throw new AppError('too_large', 'body_too_large', `A body has at most ${mostBytes} bytes.`);
  return raw.toString('utf8');
}
