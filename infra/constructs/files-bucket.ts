import { Duration } from 'aws-cdk-lib';
import { type Bucket, type CfnBucket, type CorsRule, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { importDays } from '../../shared/imports/import.ts';
import { type Config, homeOf, localHome } from '../config.ts';
import { secureBucket } from './secure-bucket.ts';

/** Pages of the console send and fetch directly. */
const fromPages = (config: Config, allowedMethods: HttpMethods[]): CorsRule[] => [
  {
    allowedOrigins: [new URL(homeOf(config) ?? localHome).origin],
    allowedMethods,
    allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
    exposedHeaders: ['etag'],
    maxAge: 3000,
  },
];

/** Files that are imported, and their rows. Without versions: what is deleted is gone. */
export const importsBucket = (scope: Construct, config: Config, accessLogs: Bucket): Bucket =>
  secureBucket(scope, 'imports', {
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'imports/',
    cors: fromPages(config, [HttpMethods.PUT]),
    lifecycleRules: [{ id: 'old-imports', expiration: Duration.days(importDays) }],
  });

/**
 * Files on records. Without versions of S3's: each version of a file has a key of its own that is written once, a deleted file can be
 * had back for 30 days because its bytes stay so long, and what is deleted then, or erased, is to be gone. Every new object is told on the account's default bus.
 */
export function filesBucket(scope: Construct, config: Config, accessLogs: Bucket): Bucket {
  const bucket = secureBucket(scope, 'files', {
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'files/',
    cors: fromPages(config, [HttpMethods.PUT, HttpMethods.GET]),
  });
  // The CDK's own setting brings a function along that sets it; CloudFormation can do so by itself.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}
