import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { type Config, nameOf, placeOf } from '../config.ts';
import { lambdaFunction } from '../constructs/function.ts';
import { liveStage, liveUrl } from '../constructs/live-grants.ts';
import type { Resources } from '../constructs/resources.ts';
import type { FunctionDefinition } from '../function-definition.ts';

/** Messages a second, and how many at once above it, over all connections: it only stops a flood. */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };
const ROUTES = ['$connect', '$disconnect', '$default'] as const;

/** The WebSocket API itself, without a route: its address is known before any function that needs it. */
export function liveStack(scope: Construct, id: string, config: Config) {
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: the WebSocket API that tells of changes as they happen',
  });
  const live = new WebSocketApi(stack, 'live', {
    apiName: nameOf(config, 'live'),
    routeSelectionExpression: '$request.body.action',
  });
  new CfnOutput(stack, 'url', {
    value: liveUrl(live, 'wss'),
    description: 'Where clients connect with a ticket',
  });
  return { stack, live };
}

/** Gives it its three routes, which one function serves, and its stage. */
export function addLiveFunctions(
  live: WebSocketApi,
  definitions: readonly FunctionDefinition[],
  resources: Resources,
): void {
  const stack = Stack.of(live);
  for (const definition of definitions.filter(({ trigger }) => trigger.kind === 'websocket')) {
    const lambda = lambdaFunction(stack, definition, resources);
    for (const routeKey of ROUTES) {
      const route = live.addRoute(routeKey, {
        integration: new WebSocketLambdaIntegration(routeKey.slice(1), lambda),
        returnResponse: routeKey === '$default', // a ping is answered by what the function returns
      });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'A browser sends no header with a WebSocket: `$connect` takes a one-use ticket of 30 s.',
      });
    }
  }
  const stage = new WebSocketStage(stack, 'stage', {
    webSocketApi: live,
    stageName: liveStage,
    autoDeploy: true,
    throttle: THROTTLE,
  });
  Validations.of(stage).acknowledge({
    id: 'AwsSolutions-APIG1',
    reason:
      'Logs of a WebSocket API need a role that is set for all APIs of the account; the function logs what fails.',
  });
}
