import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnPermission, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IDependable } from 'constructs';
import { gatewayKeys, type Route, routeKeyOf } from '../../shared/core/route.ts';
import { nameOf, placeOf } from '../config.ts';
import { edgeSecretOf } from '../constructs/edge-behaviors.ts';
import { lambdaFunction, logGroup } from '../constructs/function.ts';
import type { Resources } from '../constructs/resources.ts';
import type { FunctionDefinition, Trigger } from '../function-definition.ts';

/**
 * Requests a second, and how many at once above it: for every route, and for each that anybody may post to. They only stop a
 * flood; how much one sender may post, a form says itself.
 */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };
const PUBLIC_POST_THROTTLE = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 };

/**
 * JSON, one line a request, of what API Gateway itself writes: nothing of the headers, the query or the body. The address is there
 * to tell who floods the API; the log ends after `logRetentionDays`.
 */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    routeKey: '$context.routeKey',
    method: '$context.httpMethod',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    integrationMs: '$context.integrationLatency',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
    bytes: '$context.responseLength',
    ip: '$context.identity.sourceIp',
  }),
);

type ApiFunction = FunctionDefinition & { trigger: Extract<Trigger, { kind: 'api' }> };
const isApi = (definition: FunctionDefinition): definition is ApiFunction =>
  definition.trigger.kind === 'api';
const isPublicPost = ({ access, method }: Route) => access === 'public' && method === 'POST';

/** A function that is told by what the edge shows that a request came by it, and whether it may come another way. */
function apiFunction(stack: Stack, definition: FunctionDefinition, resources: Resources): Lambda {
  const lambda = lambdaFunction(stack, definition, resources);
  lambda.addEnvironment('EDGE_SECRET', edgeSecretOf(resources.config));
  if (!resources.config.edge) lambda.addEnvironment('EDGE_OPEN', '1');
  return lambda;
}

function makeAuthorizer(stack: Stack, definitions: readonly FunctionDefinition[], resources: Resources) {
  const definition = definitions.find(({ trigger }) => trigger.kind === 'authorizer');
  if (definition === undefined) return undefined;
  const lambda = apiFunction(stack, definition, resources);
  return new HttpLambdaAuthorizer('authorizer', lambda, {
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    identitySource: ['$request.header.Authorization'],
    resultsCacheTtl: Duration.seconds(30),
  });
}

const acknowledgePublic = (route: HttpRoute, reason: string) =>
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });

/** `$default` calls as `<stage>/$default`, which the permission for `<stage>/<method>/<path>` does not match. */
const allowFallback = (api: HttpApi, lambda: Lambda) =>
  new CfnPermission(Stack.of(api), 'default-route-permission', {
    action: 'lambda:InvokeFunction',
    functionName: lambda.functionArn,
    principal: 'apigateway.amazonaws.com',
    sourceArn: Stack.of(api).formatArn({
      service: 'execute-api',
      resource: api.apiId,
      resourceName: '*/$default',
    }),
  });

function addRoutes(
  { api, stack }: { api: HttpApi; stack: Stack },
  definition: ApiFunction,
  resources: Resources,
  authorizer?: IHttpRouteAuthorizer,
) {
  const lambda = apiFunction(stack, definition, resources);
  const integration = new HttpLambdaIntegration(definition.name, lambda, {
    // One permission a function, not one a route: ten functions with 25 routes would pass CloudFormation's 500 resources.
    scopePermissionToRoute: false,
  });
  const made: IDependable[] = gatewayKeys(definition.trigger.routes).map(({ key, contracts }) => {
    const [route] = contracts as [Route];
    const isPublic = route.access === 'public';
    if (!isPublic && authorizer === undefined)
      throw new Error(`${key} wants a credential, but the manifest has no authorizer`);
    // Named as its first contract: a path that gets a second one keeps its route, which is changed in its place.
    const added = new HttpRoute(stack, routeKeyOf(route), {
      httpApi: api,
      routeKey: HttpRouteKey.with(
        route.path,
        contracts.length > 1 ? HttpMethod.ANY : HttpMethod[route.method],
      ),
      integration,
      ...(authorizer && { authorizer: isPublic ? new HttpNoneAuthorizer() : authorizer }),
    });
    if (isPublic) acknowledgePublic(added, 'Its contract says `public`: visitors have no credential.');
    return added;
  });
  if (!definition.trigger.fallback) return made;
  const fallback = new HttpRoute(stack, 'default-route', {
    httpApi: api,
    routeKey: HttpRouteKey.DEFAULT,
    integration,
  });
  acknowledgePublic(fallback, 'It answers 404 in problem+json for unknown paths and reads nothing.');
  return [...made, fallback, allowFallback(api, lambda)];
}

function makeStage(
  api: HttpApi,
  routes: IDependable[],
  contracts: Route[],
  { config }: Resources,
): HttpStage {
  const log = logGroup(Stack.of(api), 'api-access', config);
  const stage = new HttpStage(api, 'stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: ACCESS_LOG },
  });
  const cfn = stage.node.defaultChild as CfnStage;
  cfn.routeSettings = Object.fromEntries(
    contracts.filter(isPublicPost).map((route) => [routeKeyOf(route), PUBLIC_POST_THROTTLE]),
  );
  stage.node.addDependency(...routes); // a setting of a route that is not there yet fails the deployment
  return stage;
}

/** The routes that serve the records, with their functions: a stack behind the API's, which holds the API itself and its stage. */
export const recordsStack = (scope: Construct, id: string, { config }: Pick<Resources, 'config'>) => ({
  stack: new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: the functions of the HTTP API that serve the records',
  }),
});

/** The API itself, without a route: its address is known before any function that needs it. */
export function apiStack(scope: Construct, id: string, { config }: Pick<Resources, 'config'>) {
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: the HTTP API and its functions',
  });
  const api = new HttpApi(stack, 'api', { apiName: nameOf(config, 'api'), createDefaultStage: false });
  new CfnOutput(stack, 'url', { value: api.apiEndpoint, description: 'The API; /docs describes it' });
  return { stack, api };
}

/** Gives the API every route of every contract, the authorizer, its throttles and its log. */
export function addApiFunctions(
  api: HttpApi,
  definitions: readonly FunctionDefinition[],
  resources: Resources,
  records: Stack,
) {
  const authorizer = makeAuthorizer(Stack.of(api), definitions, resources);
  const served = definitions.filter(isApi);
  const beside = served.filter(({ trigger }) => !trigger.stack);
  const behind = served.filter(({ trigger }) => trigger.stack === 'records');
  const routes = beside.flatMap((definition) =>
    addRoutes({ api, stack: Stack.of(api) }, definition, resources, authorizer),
  );
  for (const definition of behind) addRoutes({ api, stack: records }, definition, resources, authorizer);
  makeStage(
    api,
    routes,
    beside.flatMap(({ trigger }) => trigger.routes),
    resources,
  );
}
