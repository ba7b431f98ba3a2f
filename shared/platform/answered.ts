import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isPageOf, type Route } from '../core/route.ts';
import { securityHeaders } from './answer-headers.ts';
import { meter } from './meter.ts';

type Result = APIGatewayProxyStructuredResultV2;
type Asked = {
  /** By `performance.now()`. */
  started: number;
  requestId: string;
  route: Route | undefined;
  /** The path that was asked, and the routes by which what it made may be read. */
  path?: string;
  pages?: readonly Route[];
};

/** What the request cost, for whoever pays by the request (Server-Timing: w3.org/TR/server-timing). */
function costHeaders(started: number) {
  const { requests, read, write, ms } = meter;
  const units = `requests=${requests} read=${read} write=${write}`;
  const total = (performance.now() - started).toFixed(1);
  return {
    'server-timing': `total;dur=${total}, dynamodb;desc="${units}";dur=${ms.toFixed(1)}`,
    'rapport-capacity': units.replaceAll(' ', '; '),
  };
}

/** What it cost to find nothing would tell what is there, out of sight: a record that never was costs less to read. */
const hidesCost = (route: Route | undefined, { statusCode }: Result) =>
  route?.hidesCost === true || statusCode === 404;

/** Where what was made is read, of a collection whose records can be (RFC 9110, 10.2.2). */
function location({ statusCode, body }: Result, { route, path, pages = [] }: Asked): Record<string, string> {
  if (statusCode !== 201 || !route || !body || !pages.some((one) => isPageOf(route.path, one))) return {};
  const { id } = JSON.parse(body) as { id?: unknown };
  return typeof id === 'string' ? { location: `${path}/${id}` } : {};
}

/** An answer with what every one says besides. */
export function withHeaders(result: Result, asked: Asked): Result {
  const headers = {
    ...securityHeaders,
    'rapport-request-id': asked.requestId,
    ...(!hidesCost(asked.route, result) && costHeaders(asked.started)),
    ...location(result, asked),
    ...result.headers,
  };
  return { ...result, headers };
}
