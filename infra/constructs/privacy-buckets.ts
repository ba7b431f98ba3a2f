import { Duration } from 'aws-cdk-lib';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { exportDays } from '../../shared/privacy/export.ts';
import { secureBucket } from './secure-bucket.ts';

/**
 * Who was erased, in ids and keyed hashes: after a restore of the table they are erased again from it. Every version is kept, and
 * held for longer than any restore reaches back; no function has a right to delete one.
 */
export const ledgerBucket = (scope: Construct, accessLogs: Bucket) =>
  secureBucket(scope, 'erasure-ledger', {
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(365)),
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'erasure-ledger/',
  });

/** Archives of persons, for the days that they may be fetched. Without versions: what is deleted is gone. */
export const exportsBucket = (scope: Construct, accessLogs: Bucket) =>
  secureBucket(scope, 'exports', {
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'exports/',
    lifecycleRules: [{ id: 'old-exports', expiration: Duration.days(exportDays) }],
  });
