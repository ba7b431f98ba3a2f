import { type Bucket, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type Config, homeOf, localHome } from '../config.ts';
import { secureBucket } from './secure-bucket.ts';

/**
 * Files on records. Without versions of S3's: each version of a file has a key of its own that is written once, a deleted file can be
 * had back for 30 days because its bytes stay so long, and what is deleted then, or erased, is to be gone. Pages of the console send
 * and fetch directly. Every new object is told on the account's default bus.
 */
export function filesBucket(scope: Construct, config: Config, accessLogs: Bucket): Bucket {
  const bucket = secureBucket(scope, 'files', {
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'files/',
    cors: [
      {
        allowedOrigins: [new URL(homeOf(config) ?? localHome).origin],
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
        allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
        exposedHeaders: ['etag'],
        maxAge: 3000,
      },
    ],
  });
  // The CDK's own setting brings a function along that sets it; CloudFormation can do so by itself.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}
