export type Retries = {
  /** How often a request is repeated at most; 0 is never. */
  most: number;
  /** The first wait in milliseconds; each further one may be twice as long. */
  firstMs: number;
  /** The longest wait in milliseconds; who is told to wait longer is told of the error instead. */
  longestMs: number;
};
export const usualRetries: Retries = { most: 4, firstMs: 250, longestMs: 30_000 };

/** What may have become of a request: an answer, or none. */
export type Outcome = { status: number; retryAfter?: string | null };
/** What decides whether a request may be sent twice. */
export type Repeatable = { method: string; isOnce: boolean };

const again = new Set([0, 429, 502, 503, 504]);
/** Whether doing it twice is doing it once: by its method (RFC 9110, 9.2.2), or by an Idempotency-Key. */
const isIdempotent = ({ method, isOnce }: Repeatable) =>
  ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method) || isOnce;

/** Whether a request may be sent again after this. A 429 was not done, so that any may. */
export const mayRepeat = (asked: Repeatable, { status }: Outcome): boolean =>
  status === 429 || (again.has(status) && isIdempotent(asked));

/** Retry-After (RFC 9110, 10.2.3), seconds or a date, in milliseconds from `now`. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * Milliseconds to wait before the repetition after `repeated` others; undefined where there is none. What the server says holds;
 * else any time up to twice the last limit ("full jitter": aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 */
export function waitMs(
  { most, firstMs, longestMs }: Retries,
  repeated: number,
  { retryAfter }: Outcome,
  { now, random }: { now: number; random: number },
): number | undefined {
  if (repeated >= most) return undefined;
  const told = retryAfterMs(retryAfter, now);
  if (told !== undefined) return told <= longestMs ? told : undefined;
  return random * Math.min(longestMs, firstMs * 2 ** repeated);
}
