import { AppError } from '../core/errors.ts';
import { isSigned, sign } from '../platform/secret.ts';
import { fillTimePurpose, openMs, readToken, signedText, tokenOf } from './fill-time.ts';
import type { Form } from './form.ts';

/** The moment, signed for this form; good for 24 hours. */
export async function fillTimeToken(formKey: string, atMs: number): Promise<string> {
  return tokenOf(atMs, await sign(fillTimePurpose, signedText(formKey, atMs)));
}

/**
 * Holds a post to the form's minimum fill time. Throws `fill_time_unknown` without a good token, and `fill_time_short`
 * with the seconds to wait: nothing is lost, the script waits and sends it again.
 */
export async function assertFillTime(
  { formKey, minimumFillMs }: Form,
  token: string | undefined,
  now: string,
): Promise<void> {
  if (minimumFillMs === 0) return;
  const time = readToken(token);
  const open = time && openMs(time, Date.parse(now));
  const good = time && (await isSigned(fillTimePurpose, signedText(formKey, time.atMs), time.signature));
  if (open === undefined || !good) {
    throw new AppError(
      'unprocessable',
      'fill_time_unknown',
      'This form needs the signed time that its script gets. Reload the page and send it again.',
    );
  }
  if (open >= minimumFillMs) return;
  throw new AppError('unprocessable', 'fill_time_short', 'That was quick. Wait a moment and send it again.', {
    retryAfterS: Math.max(1, Math.ceil((minimumFillMs - open) / 1000)),
  });
}
