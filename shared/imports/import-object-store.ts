import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import type { Upload } from '../core/upload.ts';
import { env } from '../platform/env.ts';
import { s3 } from '../platform/s3.ts';
import { uploadUrl } from '../platform/upload-url.ts';
import { purgeObjects } from '../privacy/objects-store.ts';
import { CheckedRow, type RowOutcome } from './checked-row.ts';
import { type Import, importPrefix } from './import.ts';
import { RowResult, type RunResult, type UndoResult } from './row-result.ts';

/** Rows of a part: what one look at the file's rows reads, and what one step of the work takes. */
export const partRows = 500;

/** A row of the file: its number from 1, its cells, and what was wrong with it. */
export const ImportRow = z.object({
  number: z.int(),
  cells: z.array(z.string()),
  fault: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type ImportRow = z.infer<typeof ImportRow>;

const ours = async () => ({ ...(await s3()), Bucket: env('IMPORTS_BUCKET') });
const fileKey = (one: Import) => `${importPrefix(one)}file`;
/**
 * Rows lie in parts of 500. Each look at the file has its own, so that none is mixed with those of another format or mapping:
 * what was read; what a dry run found, by what the rows would become; what was done of it, part by part, and in the end by what
 * the rows became; the same of what was undone.
 */
type Parts =
  | 'rows'
  | `checked/${RowOutcome}`
  | `${'done' | 'undone'}/${string}`
  | `results/${RunResult}`
  | `undo/${UndoResult}`;
const looks = { rows: 'reading', checked: 'checking', done: 'running', results: 'running' } as const;
function partKey(one: Import, parts: Parts, part: number): string {
  const [kind = ''] = parts.split('/');
  const look = one[looks[kind as keyof typeof looks] ?? 'undoing'];
  return `${importPrefix(one)}${parts}/${look}/${String(part).padStart(6, '0')}.jsonl`;
}
const errorsKey = (one: Import) => `${importPrefix(one)}errors/${one.running}.csv`;

/** Where the file is sent, once. */
export const uploadOf = (one: Import): Promise<Upload> =>
  uploadUrl({ Bucket: env('IMPORTS_BUCKET'), Key: fileKey(one), size: one.size });

/** Bytes of an object, from the first or of a range; undefined where it is not there. */
async function readObject(Key: string, Range?: string): Promise<Readable | undefined> {
  const { sdk, client, Bucket } = await ours();
  try {
    return (await client.send(new sdk.GetObjectCommand({ Bucket, Key, Range }))).Body as Readable;
  } catch (error) {
    if (error instanceof sdk.NoSuchKey) return undefined;
    throw error;
  }
}

async function bytesOf(Key: string, Range?: string): Promise<Buffer | undefined> {
  const body = await readObject(Key, Range);
  return body && buffer(body);
}

const headBytes = 262_144;
/** The file's first 256 KiB; undefined where it has not come. */
export const fileHead = (one: Import): Promise<Uint8Array | undefined> =>
  bytesOf(fileKey(one), `bytes=0-${headBytes - 1}`);
/** Whether the file has come. */
export const isSent = async (one: Import): Promise<boolean> =>
  (await bytesOf(fileKey(one), 'bytes=0-0')) !== undefined;
/** The file in pieces; undefined where it has not come. */
export const fileOf = (one: Import): Promise<Readable | undefined> => readObject(fileKey(one));

/** Keeps a part of rows as JSON Lines (jsonlines.org); of none there is no part. May be repeated. */
export async function putPart(
  one: Import,
  parts: Parts,
  part: number,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const { sdk, client, Bucket } = await ours();
  const Body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const Key = partKey(one, parts, part);
  await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/jsonl' }));
}

async function linesOf(one: Import, parts: Parts, part: number): Promise<unknown[]> {
  const bytes = await bytesOf(partKey(one, parts, part));
  const lines = bytes?.toString('utf8').split('\n').filter(Boolean) ?? [];
  return lines.map((line) => JSON.parse(line) as unknown);
}
/** The rows of a part as they were read; none where there is no such part. */
export const readPart = async (one: Import, part: number): Promise<ImportRow[]> =>
  (await linesOf(one, 'rows', part)).map((line) => ImportRow.parse(line));
/** The same of rows that would become one thing. */
export const checkedPart = async (one: Import, outcome: RowOutcome, part: number): Promise<CheckedRow[]> =>
  (await linesOf(one, `checked/${outcome}`, part)).map((line) => CheckedRow.parse(line));

/** What was done of a part's rows; none where there is no such part. */
export const resultPart = async (
  one: Import,
  parts: Extract<Parts, `${'done' | 'undone' | 'results' | 'undo'}/${string}`>,
  part: number,
): Promise<RowResult[]> => (await linesOf(one, parts, part)).map((line) => RowResult.parse(line));

/** Keeps the rows of which nothing was made, as a file to be mended. May be repeated. */
export async function putErrors(one: Import, file: string, bytes: number): Promise<void> {
  const { sdk, client, Bucket } = await ours();
  const Body = createReadStream(file);
  const more = { ContentLength: bytes, ContentType: 'text/csv; charset=utf-8' };
  await client.send(new sdk.PutObjectCommand({ Bucket, Key: errorsKey(one), Body, ...more }));
}

const linkSeconds = 300;
/** A link by which anybody may fetch that file for five minutes. */
export async function linkToErrors(one: Import): Promise<string> {
  const { sdk, client, Bucket } = await ours();
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const ResponseContentDisposition = 'attachment; filename="not-imported.csv"';
  const command = new sdk.GetObjectCommand({ Bucket, Key: errorsKey(one), ResponseContentDisposition });
  return getSignedUrl(client, command, { expiresIn: linkSeconds });
}

/** Deletes the file and all that was made of it, for good. */
export const dropFile = (one: Import): Promise<number> =>
  purgeObjects(env('IMPORTS_BUCKET'), importPrefix(one));
