import type { S3Client } from '@aws-sdk/client-s3';
import { type Upload, uploadMinutes } from '../core/upload.ts';

let client: S3Client | undefined;

export type Expected = { Bucket: string; Key: string; size: number; sha256?: string | undefined };
/**
 * A URL that takes exactly these bytes, once: length, checksum and `If-None-Match: *` are signed, so that S3 refuses more,
 * fewer and others, and a second upload, with which checked bytes could be put over.
 */
export async function uploadUrl({ Bucket, Key, size, sha256 }: Expected): Promise<Upload> {
  const { S3Client: Client, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  // By default the SDK signs the checksum of no bytes into the URL of an upload, which then fits no file.
  client ??= new Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const checksum = sha256 && Buffer.from(sha256, 'hex').toString('base64');
  const expected = { ContentLength: size, IfNoneMatch: '*', ChecksumSHA256: checksum };
  const command = new PutObjectCommand({ Bucket, Key, ...expected });
  const expiresIn = uploadMinutes * 60;
  const expiresAt = new Date(Date.now() + expiresIn * 1000).toISOString();
  const headers = {
    'content-length': String(size),
    'if-none-match': '*',
    ...(checksum && { 'x-amz-checksum-sha256': checksum }),
  };
  const signed = new Set(Object.keys(headers));
  const url = await getSignedUrl(client, command, {
    expiresIn,
    signableHeaders: new Set([...signed, 'host']),
    unhoistableHeaders: signed,
  });
  return { method: 'PUT', url, headers, expiresAt };
}
