import type { Upload } from '../core/upload.ts';
import { env } from '../platform/env.ts';
import { s3 } from '../platform/s3.ts';
import { uploadUrl } from '../platform/upload-url.ts';
import { purgeObject } from '../privacy/objects-store.ts';
import { type File, type FileVersion, versionKey } from './file.ts';
import { attachment } from './file-name.ts';

const ours = async () => ({ ...(await s3()), Bucket: env('FILES_BUCKET') });
const signer = async () => (await import('@aws-sdk/s3-request-presigner')).getSignedUrl;

/** Where the bytes of a version are sent, once. */
export const uploadOf = (file: File, { number, size, sha256 }: FileVersion): Promise<Upload> =>
  uploadUrl({ Bucket: env('FILES_BUCKET'), Key: versionKey(file, number), size, sha256 });

const linkSeconds = 300;
/** A link that anybody may fetch a version by for five minutes, under the file's name. */
export async function downloadOf(
  file: File,
  { number, contentType = 'application/octet-stream' }: FileVersion,
): Promise<{ url: string; expiresAt: string }> {
  const { sdk, client, Bucket } = await ours();
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
  const { sdk, client, Bucket } = await ours();
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
  const { sdk, client, Bucket } = await ours();
  try {
    return (await client.send(new sdk.GetObjectCommand({ Bucket, Key }))).Body;
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    throw error;
  }
}

export const dropObject = (key: string): Promise<number> => purgeObject(env('FILES_BUCKET'), key);
