import { env } from '../platform/env.ts';
import { s3 } from '../platform/s3.ts';

/** Where SES puts what it receives (the receipt rule's prefix). */
export const rawPrefix = 'raw/';
export const textKeyOf = (workspaceId: string, id: string) => `bodies/${workspaceId}/${id}.txt`;
export const htmlKeyOf = (workspaceId: string, id: string) => `bodies/${workspaceId}/${id}.html`;
export const fileKeyOf = (workspaceId: string, id: string, n: number) => `files/${workspaceId}/${id}/${n}`;
/** Under which all of that lies. */
export const partsPrefixesOf = (workspaceId: string, id: string) => [
  `bodies/${workspaceId}/${id}.`,
  `files/${workspaceId}/${id}/`,
];

const ours = async () => ({ ...(await s3()), Bucket: env('MAIL_BUCKET') });

/** The object's bytes; undefined where there is none. `bytes` reads only so many from its start. */
export async function readObject(Key: string, bytes?: number): Promise<Uint8Array | undefined> {
  const { sdk, client, Bucket } = await ours();
  const Range = bytes === undefined ? undefined : `bytes=0-${bytes - 1}`;
  try {
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key, Range }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    if ((error as Error).name === 'InvalidRange') return new Uint8Array(); // of an empty object nothing can be ranged
    throw error;
  }
}

/** May be repeated: the same key then holds the same bytes. */
export async function writeObject(
  Key: string,
  Body: Uint8Array | string,
  ContentType: string,
): Promise<void> {
  const { sdk, client, Bucket } = await ours();
  await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentType }));
}

export type Listed = { key: string; at: string };
/** A thousand keys under a prefix, in their order. */
export async function listObjects(
  Prefix: string,
  after: string | undefined,
): Promise<{ objects: Listed[]; more: boolean }> {
  const { sdk, client, Bucket } = await ours();
  const { Contents = [], IsTruncated = false } = await client.send(
    new sdk.ListObjectsV2Command({ Bucket, Prefix, StartAfter: after }),
  );
  const objects = Contents.map(({ Key = '', LastModified }) => ({
    key: Key,
    at: (LastModified ?? new Date(0)).toISOString(),
  }));
  return { objects, more: IsTruncated };
}

const linkSeconds = 300;
const quoted = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/**
 * A link that anybody may fetch the object by for five minutes. It always downloads, under the given name: what came by
 * mail is never shown by a browser as if it were ours (RFC 6266, 5987).
 */
export async function linkTo(Key: string, filename: string): Promise<string> {
  const { sdk, client, Bucket } = await ours();
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const command = new sdk.GetObjectCommand({
    Bucket,
    Key,
    ResponseContentType: 'application/octet-stream',
    ResponseContentDisposition: `attachment; filename*=UTF-8''${quoted(filename.toWellFormed() || 'attachment')}`,
  });
  return getSignedUrl(client, command, { expiresIn: linkSeconds });
}
