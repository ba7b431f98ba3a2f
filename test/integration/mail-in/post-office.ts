import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler } from '../../../functions/mail/receive-mail.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { type Mailbox, mailboxRecord } from '../../../shared/mail/mailbox.ts';
import { mailDomainItem } from '../../../shared/mail/mailbox-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, globex, monday } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

export const domain = 'in.acme.test';
export const sales = `sales@${domain}`;
export const mailboxId = 'mb_01K00000000000000000SA1ES0';

export const bucket = new Map<string, { body: Uint8Array; at: Date }>();
export const queued: unknown[] = [];
export const s3 = mockClient(S3Client);
/** How many reads of the bucket fail from now on. */
export const trouble = { reads: 0 };

function useBucket() {
  bucket.clear();
  trouble.reads = 0;
  s3.reset();
  s3.on(GetObjectCommand).callsFake(({ Key, Range }: { Key: string; Range?: string }) => {
    if (trouble.reads-- > 0) throw new Error('SlowDown');
    const found = bucket.get(Key);
    if (!found) throw new NoSuchKey({ message: Key, $metadata: {} });
    const end = Range ? Number(Range.split('-')[1]) + 1 : undefined;
    return { Body: { transformToByteArray: async () => found.body.subarray(0, end) } };
  });
  s3.on(PutObjectCommand).callsFake(({ Key, Body }: { Key: string; Body: Uint8Array | string }) => {
    bucket.set(Key, { body: Buffer.from(Body as string), at: new Date() });
    return {};
  });
  s3.on(ListObjectVersionsCommand).callsFake(({ Prefix }: { Prefix: string }) => {
    const keys = [...bucket.keys()].filter((key) => key.startsWith(Prefix));
    return { Versions: keys.map((Key) => ({ Key, VersionId: 'v1' })) };
  });
  s3.on(DeleteObjectCommand).callsFake(({ Key }: { Key: string }) => {
    bucket.delete(Key);
    return {};
  });
  s3.on(ListObjectsV2Command).callsFake(
    ({ Prefix, StartAfter = '' }: { Prefix: string; StartAfter?: string }) => {
      const keys = [...bucket.keys()].filter((key) => key.startsWith(Prefix) && key > StartAfter).sort();
      const Contents = keys.slice(0, 3).map((Key) => ({ Key, LastModified: bucket.get(Key)?.at }));
      return { Contents, IsTruncated: keys.length > 3 };
    },
  );
}

export const aMailbox = (over: Partial<Mailbox> = {}): Mailbox => ({
  id: mailboxId,
  workspaceId: acme,
  version: 1,
  createdAt: monday,
  updatedAt: monday,
  address: sales,
  name: 'Sales',
  roundRobin: [],
  opensDeal: false,
  tags: [],
  ...over,
});

/** A fresh table with Globex, and Acme with its pipeline, its mail domain and the mailbox `sales@`; and a bucket and a queue in memory. */
export async function usePostOffice(): Promise<void> {
  await useTable();
  useSecret();
  useBucket();
  queued.length = 0;
  mockClient(SQSClient)
    .on(SendMessageBatchCommand)
    .callsFake(({ Entries }: { Entries: { MessageBody: string }[] }) => {
      queued.push(...Entries.map(({ MessageBody }) => JSON.parse(MessageBody)));
      return {};
    });
  Object.assign(process.env, {
    MAIL_BUCKET: 'mail',
    MAIL_DOMAIN: domain,
    MAIL_FROM: 'Acme <crm@acme.test>',
    MAIL_QUEUE_URL: 'http://127.0.0.1/mail',
  });
  await keep(workspaceRecord, aWorkspace());
  await keep(workspaceRecord, aWorkspace({ id: globex, name: 'Globex' }));
  await keep(pipelineRecord, aPipeline());
  await keep(mailboxRecord, aMailbox());
  await commit([
    { action: { Put: { Item: mailDomainItem(domain, acme) } } },
    { action: { Put: { Item: mailDomainItem('in.globex.test', globex) } } },
  ]);
}

type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';
export type Post = {
  key?: string;
  recipients?: string[];
  source?: string;
  spam?: Verdict;
  virus?: Verdict;
  spf?: Verdict;
  dkim?: Verdict;
  dmarc?: Verdict;
  dmarcPolicy?: string;
  /** How often the queue has given the message out. */
  receipt?: number;
};

let posts = 0;
export const rawMail = (headers: Record<string, string>, body = 'Hello, what does it cost?') =>
  [
    ...Object.entries({
      From: 'Ada Lovelace <ada@engines.example>',
      To: sales,
      Subject: 'A question',
      'Message-ID': `<${++posts}@engines.example>`,
      Date: 'Sun, 22 Nov 2026 11:59:00 +0000',
      ...headers,
    })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

/** SES's notification of a received message, as SNS and SQS wrap it. */
export function notification(key: string, post: Post = {}): object {
  const { recipients = [sales], source = 'ada@engines.example' } = post;
  const verdict = (status: Verdict = 'PASS') => ({ status });
  const Message = JSON.stringify({
    notificationType: 'Received',
    mail: { timestamp: '2026-11-22T12:00:00.000Z', source, messageId: key },
    receipt: {
      timestamp: '2026-11-22T12:00:00.000Z',
      recipients,
      spamVerdict: verdict(post.spam),
      virusVerdict: verdict(post.virus),
      spfVerdict: verdict(post.spf),
      dkimVerdict: verdict(post.dkim),
      dmarcVerdict: verdict(post.dmarc),
      ...(post.dmarcPolicy && { dmarcPolicy: post.dmarcPolicy }),
      action: { type: 'S3', bucketName: 'mail', objectKeyPrefix: 'raw/', objectKey: key },
    },
  });
  return { Type: 'Notification', MessageId: 'sns-1', TopicArn: 'arn:aws:sns:eu-west-1:1:mail', Message };
}

/** Gives one message of the mail queue to the function; true where the queue may forget it. */
export async function handle(body: unknown, receipt = 1): Promise<boolean> {
  const record = {
    messageId: 'sqs-1',
    receiptHandle: 'r-1',
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: String(receipt) },
    eventSourceARN: 'arn:aws:sqs:eu-west-1:1:mail',
  };
  const { batchItemFailures } = await handler({ Records: [record as unknown as SQSRecord] });
  return batchItemFailures.length === 0;
}

/** A message as SES would bring it: into the bucket, then its notification. Answers its key. */
export async function receive(raw: string | Uint8Array, post: Post = {}): Promise<string> {
  const key = post.key ?? `raw/m${++posts}`;
  bucket.set(key, { body: Buffer.from(raw as string), at: new Date() });
  await handle(notification(key, post), post.receipt);
  return key;
}
