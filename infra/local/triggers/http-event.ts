import type { Request } from '../http.ts';

/** What API Gateway hands to a function and takes from it: payload format 2.0. Pure but for what is passed in. */
export type Gateway = { apiId: string; account: string; region: string; stage: string };
export type Routed = {
  routeKey: string;
  pathParameters: Record<string, string>;
  requestId: string;
  at: Date;
};

/**
 * API Gateway passes a body on as text for these types only; everything else, a form's `application/x-www-form-urlencoded` and a
 * missing type among them, comes in base64 (as observed of HTTP APIs; AWS's guide says only "if the content type is binary").
 */
export const isText = (contentType: string | undefined): boolean =>
  /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i.test(contentType?.trim() ?? '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As the Common Log Format writes it: `12/Mar/2020:19:03:58 +0000`. */
export function requestTime(at: Date): string {
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${day}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
}

function queryOf(query: URLSearchParams): Record<string, string> | undefined {
  const names = [...new Set(query.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')]));
}

const decodedPath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

function contextOf(request: Request, routed: Routed, gateway: Gateway) {
  const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
  return {
    accountId: gateway.account,
    apiId: gateway.apiId,
    domainName: host,
    domainPrefix: host.split('.')[0],
    http: {
      method: request.method,
      path: decodedPath(request.path),
      protocol: request.protocol,
      sourceIp: request.from.replace(/^::ffff:/, ''),
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: routed.requestId,
    routeKey: routed.routeKey,
    stage: gateway.stage,
    time: requestTime(routed.at),
    timeEpoch: routed.at.getTime(),
  };
}

/** The headers that API Gateway adds to what the client sent. */
function headersOf(request: Request, routed: Routed): Record<string, string> {
  const { 'x-forwarded-for': forwarded, ...headers } = request.headers;
  const root = `Root=1-${Math.floor(routed.at.getTime() / 1000).toString(16)}-${routed.requestId.replaceAll('-', '').slice(0, 24)}`;
  return {
    ...headers,
    'content-length': String(request.body.length),
    'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? root,
    'x-forwarded-for': forwarded ? `${forwarded}, ${request.from}` : request.from,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  };
}

function common(request: Request, routed: Routed) {
  const queryStringParameters = queryOf(request.query);
  return {
    routeKey: routed.routeKey,
    rawPath: decodedPath(request.path),
    rawQueryString: request.rawQuery,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers: headersOf(request, routed),
    ...(queryStringParameters && { queryStringParameters }),
    ...(Object.keys(routed.pathParameters).length > 0 && { pathParameters: routed.pathParameters }),
  };
}

export function proxyEvent(request: Request, routed: Routed, gateway: Gateway, authorizer?: unknown) {
  const text = isText(request.headers['content-type']);
  return {
    version: '2.0',
    ...common(request, routed),
    requestContext: {
      ...contextOf(request, routed, gateway),
      ...(authorizer !== undefined && { authorizer: { lambda: authorizer } }),
    },
    ...(request.body.length > 0 && { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
}

export function authorizerEvent(
  request: Request,
  routed: Routed,
  gateway: Gateway,
  identitySource: string[],
) {
  const { region, account, apiId, stage } = gateway;
  return {
    version: '2.0',
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}/${request.method}${request.path}`,
    identitySource,
    ...common(request, routed),
    requestContext: contextOf(request, routed, gateway),
  };
}
