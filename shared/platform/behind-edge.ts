import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { ApiEvent } from './request.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

/**
 * Where an edge stands before the API (EDGE_SECRET is set): throws `edge_bypassed` (403) for a request that went past it, and
 * puts the sender's address, which only the edge knows, in the place of the edge's own. Without an edge it does nothing.
 */
export function comeByEdge({ headers, requestContext }: ApiEvent): void {
  const { EDGE_SECRET } = process.env;
  if (!EDGE_SECRET) return;
  if (!isSame(headers['rapport-edge'] ?? '', EDGE_SECRET)) {
    throw new AppError('forbidden', 'edge_bypassed', 'Use the public address of this API.');
  }
  requestContext.http.sourceIp = headers['rapport-sender'] ?? requestContext.http.sourceIp;
}

type Sent = {
  headers?: Record<string, string | undefined>;
  requestContext: { http: { sourceIp: string } };
};
/** Who sent what the authorizer is asked about: whom the edge says, where one stands before the API and shows its secret. */
export function senderOf({ headers = {}, requestContext }: Sent): string {
  const { EDGE_SECRET } = process.env;
  const isByEdge = Boolean(EDGE_SECRET) && isSame(headers['rapport-edge'] ?? '', EDGE_SECRET ?? '');
  return (isByEdge && headers['rapport-sender']) || requestContext.http.sourceIp;
}
