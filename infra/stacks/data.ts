import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type Bucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type Config, placeOf } from '../config.ts';
import { filesBucket, importsBucket } from '../constructs/files-bucket.ts';
import { malwareScan } from '../constructs/malware-scan.ts';
import { exportsBucket, ledgerBucket } from '../constructs/privacy-buckets.ts';
import { secureBucket } from '../constructs/secure-bucket.ts';
import { users } from '../constructs/users.ts';

function makeTable(scope: Construct): TableV2 {
  return new TableV2(scope, 'table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    timeToLiveAttribute: 'expiresAt',
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function makeAccessLogs(scope: Construct): Bucket {
  const accessLogs = secureBucket(scope, 'access-logs', {
    lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(90) }],
  });
  Validations.of(accessLogs).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'This is where access logs go; a log of its own deliveries would grow for ever.',
  });
  return accessLogs;
}

const makeMailBucket = (scope: Construct, config: Config, accessLogs: Bucket): Bucket =>
  secureBucket(scope, 'mail', {
    versioned: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'mail/',
    lifecycleRules: [
      {
        id: 'cool-raw-mail',
        prefix: 'raw/',
        transitions: [
          {
            storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
            transitionAfter: Duration.days(config.coolRawMailAfterDays),
          },
        ],
      },
      // What was overwritten can be brought back for 30 days. An erasure deletes every version itself.
      { id: 'overwritten', noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
    ],
  });

/** What must outlive every other stack: the records, the mail, the users. All of it is kept when the stack is deleted. */
export function dataStack(scope: Construct, id: string, config: Config) {
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: the table, the mail bucket and the users (retained)',
    terminationProtection: true,
  });
  const accessLogs = makeAccessLogs(stack);
  const made = {
    table: makeTable(stack),
    mailBucket: makeMailBucket(stack, config, accessLogs),
    ledgerBucket: ledgerBucket(stack, accessLogs),
    exportsBucket: exportsBucket(stack, accessLogs),
    filesBucket: filesBucket(stack, config, accessLogs),
    importsBucket: importsBucket(stack, config, accessLogs),
    ...users(stack, config),
  };
  if (config.scan === 'guardduty') malwareScan(stack, made.filesBucket);
  new CfnOutput(stack, 'table-name', { value: made.table.tableName });
  new CfnOutput(stack, 'mail-bucket-name', { value: made.mailBucket.bucketName });
  new CfnOutput(stack, 'ledger-bucket-name', { value: made.ledgerBucket.bucketName });
  new CfnOutput(stack, 'exports-bucket-name', { value: made.exportsBucket.bucketName });
  new CfnOutput(stack, 'files-bucket-name', { value: made.filesBucket.bucketName });
  new CfnOutput(stack, 'user-pool-id', {
    value: made.userPool.userPoolId,
    description: 'Invite people here',
  });
  new CfnOutput(stack, 'console-client-id', {
    value: made.userPoolClient.userPoolClientId,
    description: 'Whose access tokens the API takes',
  });
  return { stack, ...made };
}
