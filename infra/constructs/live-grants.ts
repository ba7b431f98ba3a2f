import { Aws, type CfnElement, Stack } from 'aws-cdk-lib';
import type { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { placeOf } from '../config.ts';
import type { Resources } from './resources.ts';

/** The WebSocket API's one stage, whose name is the path that clients connect to. */
export const liveStage = 'live';
/** Where clients connect (`wss`), and where functions send to them (`https`). */
export const liveUrl = ({ apiId }: WebSocketApi, scheme: 'wss' | 'https') =>
  `${scheme}://${apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}/${liveStage}`;

/** Its id as cdk-nag prints it: a resource of the same stack, or what another exports. */
function shownId(scope: Construct, live: WebSocketApi): string {
  const home = Stack.of(live);
  if (Stack.of(scope) === home) return `<${home.getLogicalId(live.node.defaultChild as CfnElement)}>`;
  const exported: { 'Fn::ImportValue': string } = home.resolve(home.exportValue(live.apiId));
  return exported['Fn::ImportValue'];
}

/** Sends to connections and ends them. Which they are is not known beforehand: API Gateway names each as it is made. */
export function posting(scope: Construct, { config, live }: Resources) {
  const connections = `${liveStage}/*/@connections/*`;
  const arn = Stack.of(scope).formatArn({
    service: 'execute-api',
    resource: live.apiId,
    resourceName: connections,
  });
  const { env: { region } = { region: '<AWS::Region>' } } = placeOf(config);
  const resource = `arn:<AWS::Partition>:execute-api:${region}:<AWS::AccountId>:${shownId(scope, live)}/${connections}`;
  return {
    env: { LIVE_ENDPOINT: liveUrl(live, 'https') },
    wildcards: [{ resource, reason: 'The connections of one API; each is named when it is made.' }],
    statements: [new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [arn] })],
  };
}
