import type { HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ConfigurationSet, EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Config } from '../config.ts';
import type { QueuePair } from './queue-pair.ts';

/** What functions can be allowed to use, wherever it is defined. */
export type Resources = {
  config: Config;
  /** Function name → folder of its bundle. */
  bundles: Readonly<Record<string, string>>;
  table: TableV2;
  mailBucket: IBucket;
  ledgerBucket: IBucket;
  exportsBucket: IBucket;
  filesBucket: IBucket;
  importsBucket: IBucket;
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  bus: EventBus;
  keys: QueuePair;
  mail: QueuePair;
  webhooks: QueuePair;
  configurationSet: ConfigurationSet;
  /** Of mails that tell when they are opened and which links are followed. */
  trackingSet: ConfigurationSet;
  identity: EmailIdentity;
  api: HttpApi;
  live: WebSocketApi;
};
