import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { usePool } from '../../helpers/user-pool.ts';

const [s3, sqs, bus] = [mockClient(S3Client), mockClient(SQSClient), mockClient(EventBridgeClient)];
const variables = {
  MAIL_DOMAIN: 'in.acme.test',
  MAIL_FROM: 'crm@acme.test',
  MAIL_BUCKET: 'mail',
  LEDGER_BUCKET: 'ledger',
  EXPORTS_BUCKET: 'exports',
  FILES_BUCKET: 'files',
  IMPORTS_BUCKET: 'imports',
  MAIL_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/1/mail',
  KEYS_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/1/keys',
  WEBHOOKS_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/1/webhooks',
  EVENT_BUS_NAME: 'crm',
  LIVE_URL: 'wss://api.test/live',
  ISSUER_URL: 'https://issuer.test',
  ISSUER_AUDIENCE: 'console',
};

/** Whatever the functions talk to besides the table: buckets that are empty, queues and a bus that take everything, a user pool. */
export async function useNeighbours(): Promise<void> {
  Object.assign(process.env, variables);
  s3.resolves({});
  s3.on(ListObjectsV2Command).resolves({ Contents: [] });
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'none', $metadata: {} }));
  sqs.resolves({});
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  bus.resolves({ FailedEntryCount: 0 });
  await usePool();
}
