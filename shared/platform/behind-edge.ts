import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { ApiEvent } from './request.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

/** Whether a request shows what only the edge and the functions have (EDGE_SECRET); never without an edge. */
function isByEdge(headers: Record<string, string | undefined>): boolean {
  const { EDGE_SECRET } = process.env;
  return Boolean(EDGE_SECRET) && isSame(headers['rapport-edge'] ?? '', EDGE_SECRET ?? '');
}

/**
 * Puts the sender's address, which only the edge knows, in the place of the edge's own. Throws `edge_bypassed` (403) for a request
 * that went past the edge where it is the only way in (EDGE_OPEN is not set). Without an edge it does nothing.
 */
export function comeByEdge({ headers, requestContext }: ApiEvent): void {
  const { EDGE_SECRET, EDGE_OPEN } = process.env;
  if (!EDGE_SECRET) return;
  if (isByEdge(headers)) {
    requestContext.http.sourceIp = headers['rapport-sender'] ?? requestContext.http.sourceIp;
  } else if (!EDGE_OPEN) {
    throw new AppError('forbidden', 'edge_bypassed', 'Use the public address of this API.');
  }
}

type Sent = {
  headers?: Record<string, string | undefined>;
  requestContext: { http: { sourceIp: string } };
};
/** Who sent what the authorizer is asked about: whom the edge says, where one stands before the API and shows its secret. */
export const senderOf = ({ headers = {}, requestContext }: Sent): string =>
  (isByEdge(headers) && headers['rapport-sender']) || requestContext.http.sourceIp;
