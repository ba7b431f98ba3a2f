import { Readable } from 'node:stream';
import { env } from '../platform/env.ts';
import { s3 } from '../platform/s3.ts';
import { linkToArchive } from '../privacy/archive-store.ts';
import { purgeObjects } from '../privacy/objects-store.ts';
import { type DataExport, dataExportKey, dataExportPrefix, pieceKey } from './data-export.ts';

const ours = async () => ({ ...(await s3()), Bucket: env('EXPORTS_BUCKET') });
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl', zip: 'application/zip' };

export async function putPiece(one: DataExport, name: string, Body: Buffer): Promise<void> {
  const { sdk, client, Bucket } = await ours();
  await client.send(new sdk.PutObjectCommand({ Bucket, Key: pieceKey(one, name), Body }));
}

/** The bytes of some pieces, one piece after the other. */
export async function* bytesOf(one: DataExport, pieces = one.pieces): AsyncGenerator<Uint8Array> {
  const { sdk, client, Bucket } = await ours();
  for (const { name } of pieces) {
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: pieceKey(one, name) }));
    yield* Body as Readable;
  }
}

/** Puts the pieces together as they are read, so that memory does not follow their size; answers that in bytes. May be repeated. */
export async function putTogether(one: DataExport): Promise<number> {
  const { sdk, client, Bucket } = await ours();
  const Body = Readable.from(bytesOf(one), { objectMode: false });
  await client.send(
    new sdk.PutObjectCommand({
      Bucket,
      Key: dataExportKey(one),
      Body,
      ContentLength: one.bytes,
      ContentType: types[one.format],
    }),
  );
  return one.bytes;
}

/** Deletes the pieces alone, or all there is of it, for good. May be repeated. */
export const dropPieces = (one: DataExport): Promise<number> =>
  purgeObjects(env('EXPORTS_BUCKET'), `${dataExportPrefix(one)}pieces/`);
export const dropDataExportFiles = (one: Pick<DataExport, 'workspaceId' | 'id'>): Promise<number> =>
  purgeObjects(env('EXPORTS_BUCKET'), dataExportPrefix(one));

/** A link that anybody may fetch the file by for five minutes. */
export const linkToDataExport = (one: DataExport, filename: string): Promise<string> =>
  linkToArchive(dataExportKey(one), filename, types[one.format]);
