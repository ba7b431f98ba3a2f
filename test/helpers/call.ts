import type { Context as LambdaContext } from 'aws-lambda';
import type * as z from 'zod';
import type { BuiltinRole } from '../../shared/access/builtin-roles.ts';
import { type Route, routeKeyOf } from '../../shared/core/route.ts';
import { acme, ann, noon } from '../fixtures/ids.ts';

export type Call = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** By names in lower case, as API Gateway gives them. */
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is; say its content-type in `headers`. Bytes travel in base64, as API Gateway sends them. */
  rawBody?: string | Uint8Array;
  /** The user's role in `workspaceId`; `memberships` says all of it instead. */
  role?: BuiltinRole;
  workspaceId?: string;
  memberships?: { workspaceId: string; roles: string[] }[];
  /** An API key's own roles and the permissions that it is held to. */
  cap?: string[];
  scopes?: string[];
  keyId?: string;
  userId?: string;
  /** The sign-in that the request is of; an API key has none. */
  subject?: string;
  sessionId?: string;
  /** All that the authorizer handed on, in place of what stands above. */
  authorization?: object;
  /** Why the authorizer refused the credential. */
  refused?: string;
  /** The gateway's clock, ISO 8601. */
  now?: string;
  requestId?: string;
  sourceIp?: string;
};
type Handler = (event: never, context: LambdaContext) => Promise<unknown>;
type Problem = {
  type?: string;
  title?: string;
  code?: string;
  detail?: string;
  requestId?: string;
  existingId?: string;
  errors?: { pointer: string; code: string; detail: string }[];
};
/** The body parsed where it is JSON: the contract's answer, or a problem. */
export type Answered<R extends Route> = {
  status: number;
  headers: Record<string, string>;
  body: z.output<R['response']> & Problem;
};

const sessionId0 = 'se_00000000000000000000000001';
function authorizerOf({
  refused,
  userId = ann,
  memberships,
  workspaceId = acme,
  role = 'admin',
  authorization,
  ...key
}: Call) {
  if (authorization) return { lambda: authorization };
  if (refused) return { lambda: { refused, memberships: [] } };
  const { cap, scopes, keyId, subject = `sub-${userId}` } = key;
  const sessionId = keyId ? undefined : (key.sessionId ?? sessionId0);
  const own = memberships ?? [{ workspaceId, roles: [role] }];
  return { lambda: { userId, memberships: own, subject, sessionId, cap, scopes, keyId } };
}

function bodyOf({ body, rawBody }: Call) {
  if (rawBody instanceof Uint8Array)
    return { body: Buffer.from(rawBody).toString('base64'), isBase64Encoded: true };
  return { body: rawBody ?? (body === undefined ? undefined : JSON.stringify(body)), isBase64Encoded: false };
}

const pathOf = ({ path }: Route, params: Record<string, string> = {}) =>
  path.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `{${name}}`));

/** The event that API Gateway makes of a request (payload format 2.0), its authorizer's answer included. */
export function eventOf(route: Route, one: Call) {
  const { params, query, headers = {}, now = noon, requestId = 'req-1', sourceIp = '192.0.2.1' } = one;
  const rawPath = pathOf(route, params);
  const json = one.body === undefined ? {} : { 'content-type': 'application/json' };
  const credential = { authorization: 'Bearer token' };
  return {
    version: '2.0',
    routeKey: routeKeyOf(route),
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { host: 'api.test', ...json, ...(route.access !== 'public' && credential), ...headers },
    pathParameters: params,
    queryStringParameters: query,
    ...bodyOf(one),
    requestContext: {
      requestId,
      timeEpoch: Date.parse(now),
      domainName: 'api.test',
      stage: '$default',
      routeKey: routeKeyOf(route),
      http: { method: route.method, path: rawPath, sourceIp, protocol: 'HTTP/1.1', userAgent: 'test' },
      ...(route.access !== 'public' && { authorizer: authorizerOf(one) }),
    },
  };
}

const parsed = (body: string | undefined, type = '') =>
  body !== undefined && /json/.test(type) ? JSON.parse(body) : body;

/** Calls a route of a capability's real function as API Gateway does after its authorizer has answered. */
export async function call<R extends Route>(
  handler: Handler,
  route: R,
  one: Call = {},
): Promise<Answered<R>> {
  const context = { awsRequestId: 'lambda-1', functionName: 'test', getRemainingTimeInMillis: () => 10_000 };
  const result = (await handler(eventOf(route, one) as never, context as unknown as LambdaContext)) as {
    statusCode: number;
    headers?: Record<string, string>;
    body?: string;
  };
  const { statusCode, headers = {}, body } = result;
  return { status: statusCode, headers, body: parsed(body, headers['content-type']) };
}
