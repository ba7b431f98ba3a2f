import { randomUUID } from 'node:crypto';
import type { Assembly, Resource } from '../assembly.ts';
import type { Answer, Handler, Request } from '../http.ts';
import type { Functions } from '../runtime/functions.ts';
import { type Authorizer, functionArnIn, lambdaAuthorizer } from './authorizer.ts';
import { type Gateway, proxyEvent, type Routed } from './http-event.ts';
import {
  maxLambdaBytes,
  notFound,
  requestTooLarge,
  serverError,
  toAnswer,
  tooManyRequests,
  unavailable,
} from './http-response.ts';
import { type Match, parseRoute, routeTable } from './routes.ts';
import { tokenBucket } from './throttle.ts';

type Target = {
  functionArn: string;
  timeoutMs: number;
  authorizer: Authorizer | undefined;
  admits(): boolean;
};
type Limits = { ThrottlingBurstLimit?: number; ThrottlingRateLimit?: number };

/** The account's limits (a region's default), where the stage sets none. */
const accountLimits = { ThrottlingBurstLimit: 5000, ThrottlingRateLimit: 10_000 };

function admission(stage: Resource | undefined, routeKey: string): () => boolean {
  const { DefaultRouteSettings = {}, RouteSettings = {} } = stage?.properties ?? {};
  const limits: Limits = { ...accountLimits, ...DefaultRouteSettings, ...RouteSettings[routeKey] };
  return tokenBucket(Number(limits.ThrottlingRateLimit), Number(limits.ThrottlingBurstLimit));
}

/** Waits no longer than the integration does; what comes later is dropped, as API Gateway drops it. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}

/** Whether the event is more than a function takes; measured only where the body could make it so. */
const isTooLarge = (request: Request, event: object): boolean =>
  request.body.length > maxLambdaBytes / 2 && Buffer.byteLength(JSON.stringify(event)) > maxLambdaBytes;

async function call(functions: Functions, target: Target, event: object): Promise<Answer> {
  const outcome = await within(target.timeoutMs, functions.invoke(target.functionArn, event));
  if (!outcome) return unavailable;
  return outcome.ok ? toAnswer(outcome.payload) : serverError;
}

function targetsOf(assembly: Assembly, api: Resource, functions: Functions, gateway: Gateway) {
  const ofApi = (type: string) =>
    assembly.ofType(`AWS::ApiGatewayV2::${type}`).filter(({ properties }) => properties.ApiId === api.ref);
  const [stage] = ofApi('Stage');
  const integrations = new Map(ofApi('Integration').map((one) => [one.ref, one.properties]));
  const authorizers = new Map(
    ofApi('Authorizer').map((one) => [one.ref, lambdaAuthorizer(one, functions, gateway)]),
  );
  return ofApi('Route').map(({ properties }) => {
    const key = String(properties.RouteKey);
    const integration = integrations.get(String(properties.Target).replace('integrations/', ''));
    if (!integration) throw new Error(`The route ${key} has no integration`);
    return parseRoute<Target>(key, {
      functionArn: functionArnIn(String(integration.IntegrationUri)),
      timeoutMs: Number(integration.TimeoutInMillis ?? 30_000),
      authorizer: authorizers.get(String(properties.AuthorizerId ?? '')),
      admits: admission(stage, key),
    });
  });
}

async function serve(
  request: Request,
  match: Match<Target>,
  functions: Functions,
  gateway: Gateway,
): Promise<Answer> {
  const { route, pathParameters } = match;
  const target = route.value;
  const routed: Routed = { routeKey: route.key, pathParameters, requestId: randomUUID(), at: new Date() };
  if (!target.admits()) return tooManyRequests;
  const authorized = target.authorizer && (await target.authorizer(request, routed));
  if (authorized && 'answer' in authorized) return authorized.answer;
  const event = proxyEvent(request, routed, gateway, authorized?.context);
  if (isTooLarge(request, event)) return requestTooLarge;
  const answer = await call(functions, target, event);
  return { ...answer, headers: { 'apigw-requestid': routed.requestId, ...answer.headers } };
}

/** An `AWS::ApiGatewayV2::Api` of the HTTP kind with its routes, integrations, authorizers and throttles. */
export function httpApi(
  assembly: Assembly,
  api: Resource,
  functions: Functions,
  place: { region: string; account: string },
): Handler {
  if (api.properties.ProtocolType !== 'HTTP')
    throw new Error(`${api.logicalId}: only HTTP APIs run here, not ${api.properties.ProtocolType}`);
  const gateway: Gateway = { ...place, apiId: api.id, stage: '$default' };
  const find = routeTable(targetsOf(assembly, api, functions, gateway));
  return async (request) => {
    const match = find(request.method, request.path);
    return match ? await serve(request, match, functions, gateway) : notFound;
  };
}
