import type { S3Client } from '@aws-sdk/client-s3';
import { env } from '../platform/env.ts';
import { purgeObject } from '../privacy/objects-store.ts';
import { type File, type FileVersion, uploadMinutes, versionKey } from './file.ts';
import { attachment } from './file-name.ts';

let client: S3Client | undefined;
/** Loaded when it is first needed: a list of files asks nothing of S3. */
async function s3() {
  const sdk = await import('@aws-sdk/client-s3');
  // By default the SDK signs the checksum of no bytes into the URL of an upload, which then fits no file.
  client ??= new sdk.S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  return { sdk, client, Bucket: env('FILES_BUCKET') };
}
const signer = async () => (await import('@aws-sdk/s3-request-presigner')).getSignedUrl;

export type Upload = { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: string };
/**
 * A URL that takes exactly these bytes, once: length, checksum and `If-None-Match: *` are signed, so that S3 refuses more,
 * fewer and others, and a second upload, with which checked bytes could be put over.
 */
export async function uploadOf(file: File, { number, size, sha256 }: FileVersion): Promise<Upload> {
  const { sdk, client, Bucket } = await s3();
  const checksum = sha256 && Buffer.from(sha256, 'hex').toString('base64');
  const command = new sdk.PutObjectCommand({
    Bucket,
    Key: versionKey(file, number),
    ContentLength: size,
    IfNoneMatch: '*',
    ChecksumSHA256: checksum,
  });
  const expiresIn = uploadMinutes * 60;
  const expiresAt = new Date(Date.now() + expiresIn * 1000).toISOString();
  const headers = {
    'content-length': String(size),
    'if-none-match': '*',
    ...(checksum && { 'x-amz-checksum-sha256': checksum }),
  };
  const signed = new Set(Object.keys(headers));
  const url = await (await signer())(client, command, {
    expiresIn,
    signableHeaders: new Set([...signed, 'host']),
    unhoistableHeaders: signed,
  });
  return { method: 'PUT', url, headers, expiresAt };
}

const linkSeconds = 300;
/** A link that anybody may fetch a version by for five minutes, under the file's name. */
export async function downloadOf(
  file: File,
  { number, contentType = 'application/octet-stream' }: FileVersion,
): Promise<{ url: string; expiresAt: string }> {
  const { sdk, client, Bucket } = await s3();
  const expiresAt = new Date(Date.now() + linkSeconds * 1000).toISOString();
  const command = new sdk.GetObjectCommand({
    Bucket,
    Key: versionKey(file, number),
    ResponseContentType: contentType,
    ResponseContentDisposition: attachment(file.name),
    ResponseCacheControl: 'private, no-store',
  });
  return { url: await (await signer())(client, command, { expiresIn: linkSeconds }), expiresAt };
}

const bytesLookedAt = 65_536;
export type Head = { bytes: Uint8Array; size: number; etag: string };
/** The first bytes of an object, and how many there are; undefined where there is none. */
export async function readHead(Key: string): Promise<Head | undefined> {
  const { sdk, client, Bucket } = await s3();
  try {
    const answer = await client.send(
      new sdk.GetObjectCommand({ Bucket, Key, Range: `bytes=0-${bytesLookedAt - 1}` }),
    );
    const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    const size = Number(answer.ContentRange?.split('/')[1] ?? bytes.length);
    return { bytes, size, etag: (answer.ETag ?? '').replaceAll('"', '') };
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    throw error;
  }
}

/** A version as it is, in pieces; undefined where its bytes are gone. */
export async function fileObject(Key: string) {
  const { sdk, client, Bucket } = await s3();
  try {
    return (await client.send(new sdk.GetObjectCommand({ Bucket, Key }))).Body;
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    throw error;
  }
}

export const dropObject = (key: string): Promise<number> => purgeObject(env('FILES_BUCKET'), key);
