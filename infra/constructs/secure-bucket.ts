import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

type Settings = Pick<
  BucketProps,
  | 'cors'
  | 'lifecycleRules'
  | 'objectLockDefaultRetention'
  | 'objectLockEnabled'
  | 'serverAccessLogsBucket'
  | 'serverAccessLogsPrefix'
  | 'versioned'
>;

/** A bucket that is encrypted, closed to the public, reached by TLS alone and kept when its stack goes. */
export const secureBucket = (scope: Construct, id: string, settings: Settings = {}) =>
  new Bucket(scope, id, {
    ...settings,
    lifecycleRules: [
      { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(3) },
      ...(settings.lifecycleRules ?? []),
    ],
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
  });
