import { handler } from '../../../functions/files/api.ts';
import { handler as onCreated } from '../../../functions/files/on-object-created-inspect.ts';
import { handler as onScanned } from '../../../functions/files/on-object-scanned-settle.ts';
import type { Created } from '../../../infra/local/services/s3-rules.ts';
import {
  createFileRoute,
  createFileVersionRoute,
  deleteFileRoute,
  downloadFileRoute,
  getFileRoute,
  listFilesRoute,
} from '../../../shared/files/file-routes.ts';
import { useBuckets } from '../../helpers/buckets.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { send } from '../../helpers/local-buckets.ts';
import { useSecret } from '../../helpers/secret.ts';

const bucketName = 'files-of-the-test';
/** Objects that the bucket told of, not yet handed on. */
export const told: Created[] = [];

/** A fresh table, and S3 as the local cloud has it, which holds presigned URLs to their signature. */
export async function useFiles(): Promise<void> {
  await useBuckets([bucketName, 'ledger', 'exports'], bucketName, (object) => told.push(object));
  Object.assign(process.env, {
    FILES_BUCKET: bucketName,
    LEDGER_BUCKET: 'ledger',
    EXPORTS_BUCKET: 'exports',
    FILES_SCAN: 'off',
    KEYS_QUEUE_URL: 'http://127.0.0.1/keys',
  });
  await useTable();
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  useSecret();
}

type Handler = typeof onCreated;
async function deliver(handle: Handler, body: object): Promise<void> {
  const record = {
    messageId: 'm',
    body: JSON.stringify(body),
    attributes: {},
    eventSourceARN: 'a:b:c:d:e:f',
  };
  const { batchItemFailures } = await handle({ Records: [record] } as never);
  if (batchItemFailures.length > 0) throw new Error('The message failed');
}
/** S3's word of an object, as EventBridge hands it on. */
export const notify = (key: string, bucket = bucketName) =>
  deliver(onCreated, {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size: 1, etag: 'e' },
      reason: 'PutObject',
    },
  });
/** GuardDuty's word of an object. */
export const scan = (key: string, scanResultStatus: string, eTag?: string) =>
  deliver(onScanned, {
    version: '0',
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: {
      schemaVersion: '1.0',
      scanStatus: scanResultStatus === 'UNSUPPORTED' ? 'SKIPPED' : 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { bucketName, objectKey: key, eTag, versionId: null, s3Throttled: false },
      scanResultDetails: {
        scanResultStatus,
        threats: scanResultStatus === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File (not a virus)' }] : null,
      },
    },
  });

export const pdf = (text = 'a quote') => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
export const begin = (body: { recordId: string; name?: string; size?: number }, more: Call = {}) =>
  call(handler, createFileRoute, { body: { name: 'Quote.pdf', size: pdf().length, ...body }, ...more });
export const beginVersion = (fileId: string, size: number, more: Call = {}) =>
  call(handler, createFileVersionRoute, { params: { fileId }, body: { size }, ...more });
export const read = (fileId: string, more: Call = {}) =>
  call(handler, getFileRoute, { params: { fileId }, ...more });
export const list = (recordId: string, more: Call = {}) =>
  call(handler, listFilesRoute, { query: { recordId }, ...more });
export const link = (fileId: string, more: Call = {}) =>
  call(handler, downloadFileRoute, { params: { fileId }, ...more });
export const remove = (fileId: string, more: Call = {}) =>
  call(handler, deleteFileRoute, { params: { fileId }, ...more });

/** A file whose bytes have come and were looked at. */
export async function upload(recordId: string, bytes = pdf(), name = 'Quote.pdf', more: Call = {}) {
  const { status, body } = await begin({ recordId, name, size: bytes.length }, more);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const sent = await send(body.upload, bytes);
  if (sent.status !== 200) throw new Error(await sent.text());
  await handOn();
  return body.id;
}
export async function handOn(): Promise<void> {
  for (const { key } of told.splice(0)) await notify(key);
}
/** What the bucket has of a key. */
export const inBucket = async (key: string) =>
  (await fetch(`${process.env.AWS_ENDPOINT_URL_S3}/${bucketName}/${key}`)).status === 200;
export const objectOf = async (bucket: string, key: string) =>
  new Uint8Array(await (await fetch(`${process.env.AWS_ENDPOINT_URL_S3}/${bucket}/${key}`)).arrayBuffer());
