import type { Resource } from '../assembly.ts';
import type { Answer, Request } from '../http.ts';
import type { Functions } from '../runtime/functions.ts';
import { authorizerEvent, type Gateway, type Routed } from './http-event.ts';
import { forbidden, serverError, unauthorized } from './http-response.ts';

/** Either the context to hand to the function, or the answer that ends the request. */
type Authorized = { context: unknown } | { answer: Answer };
export type Authorizer = (request: Request, routed: Routed) => Promise<Authorized>;

type Kept = { result: Authorized; until: number };

/** `arn:aws:apigateway:…/functions/<function arn>/invocations` or the function's ARN itself. */
export const functionArnIn = (uri: string): string => /functions\/(.+)\/invocations/.exec(uri)?.[1] ?? uri;

function identityOf(source: string, request: Request): string | undefined {
  const [, from, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  if (from === 'header') return request.headers[name.toLowerCase()];
  if (from === 'querystring') return request.query.get(name) ?? undefined;
  throw new Error(`The local cloud does not know the identity source ${source}`);
}

function readSimple(payload: string): Authorized {
  const value = JSON.parse(payload) as { isAuthorized?: unknown; context?: unknown } | null;
  if (typeof value?.isAuthorized !== 'boolean') return { answer: serverError };
  return value.isAuthorized ? { context: value.context ?? {} } : { answer: forbidden };
}

/**
 * A Lambda authorizer of payload format 2.0 with simple responses. A request that lacks an identity source is refused without asking it;
 * its answers are kept for as long as the template says, by the identity sources alone. A failure of it is never kept.
 */
export function lambdaAuthorizer(resource: Resource, functions: Functions, gateway: Gateway): Authorizer {
  const properties = resource.properties;
  if (!properties.EnableSimpleResponses || properties.AuthorizerPayloadFormatVersion !== '2.0')
    throw new Error(
      `${resource.logicalId}: only authorizers of payload format 2.0 with simple responses run`,
    );
  const sources = (properties.IdentitySource ?? []) as string[];
  const keepMs = Number(properties.AuthorizerResultTtlInSeconds ?? 0) * 1000;
  const arn = functionArnIn(String(properties.AuthorizerUri));
  const kept = new Map<string, Kept>();

  const ask = async (request: Request, routed: Routed, identity: string[]): Promise<Authorized> => {
    const outcome = await functions.invoke(arn, authorizerEvent(request, routed, gateway, identity));
    if (!outcome.ok) return { answer: serverError };
    const result = readSimple(outcome.payload);
    if (kept.size > 10_000) kept.clear();
    if (keepMs > 0) kept.set(JSON.stringify(identity), { result, until: Date.now() + keepMs });
    return result;
  };

  return async (request, routed) => {
    const identity = sources.map((source) => identityOf(source, request));
    if (identity.some((value) => !value)) return { answer: unauthorized };
    const known = kept.get(JSON.stringify(identity));
    if (known && known.until > Date.now()) return known.result;
    return await ask(request, routed, identity as string[]);
  };
}
