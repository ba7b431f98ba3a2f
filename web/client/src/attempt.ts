import { RapportError } from './error.ts';
import type { Asked } from './request.ts';
import { type Outcome, retryAfterMs } from './retry.ts';

export type Answered = { status: number; data: unknown; headers: Headers };
/** An answer, whatever it says, or why there was none. */
export type Attempt = Answered | { status: 0; cause: unknown };
export const isAnswered = (attempt: Attempt): attempt is Answered => 'headers' in attempt;

/** The body, parsed where it is JSON; throws for one that breaks off. */
export async function dataOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}

export const outcomeOf = (attempt: Attempt): Outcome =>
  isAnswered(attempt)
    ? { status: attempt.status, retryAfter: attempt.headers.get('retry-after') }
    : { status: 0 };

const unanswered = (what: string, cause: unknown) => {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new RapportError(what, 0, { code: 'network', detail }, { cause });
};

/** The error that the caller sees. */
export function failureOf({ method, path }: Asked, attempt: Attempt): RapportError {
  const what = `${method} ${path}`;
  if (!isAnswered(attempt)) return unanswered(what, attempt.cause);
  const { status, data, headers } = attempt;
  const problem =
    typeof data === 'object' && data !== null ? data : { detail: String(data ?? '').slice(0, 500) };
  const requestId = headers.get('rapport-request-id') ?? headers.get('apigw-requestid');
  const ms = retryAfterMs(headers.get('retry-after'), Date.now());
  const more = ms === undefined ? {} : { retryAfterS: ms / 1000 };
  return new RapportError(what, status, { ...(requestId && { requestId }), ...problem }, more);
}
