import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { env } from '../platform/env.ts';
import { s3 } from '../platform/s3.ts';

/** Puts a file of this size in bytes into the bucket of archives, in pieces as they are read. May be repeated. */
export async function putArchive(Key: string, file: string, bytes: number): Promise<void> {
  const { sdk, client } = await s3();
  const Body = createReadStream(file);
  await client.send(
    new sdk.PutObjectCommand({
      Bucket: env('EXPORTS_BUCKET'),
      Key,
      Body,
      ContentLength: bytes,
      ContentType: 'application/zip',
    }),
  );
}

/** An object of the mail bucket, in pieces; undefined where there is none. */
export async function mailObject(Key: string): Promise<Readable | undefined> {
  const { sdk, client } = await s3();
  try {
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: env('MAIL_BUCKET'), Key }));
    return Body as Readable;
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    throw error;
  }
}

const linkSeconds = 300;
/** A link that anybody may fetch the archive by for five minutes. */
export async function linkToArchive(
  Key: string,
  filename: string,
  contentType = 'application/zip',
): Promise<string> {
  const { sdk, client } = await s3();
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const command = new sdk.GetObjectCommand({
    Bucket: env('EXPORTS_BUCKET'),
    Key,
    ResponseContentType: contentType,
    ResponseContentDisposition: `attachment; filename="${filename}"`,
  });
  return getSignedUrl(client, command, { expiresIn: linkSeconds });
}
