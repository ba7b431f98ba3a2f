import { env } from '../platform/env.ts';
import { LedgerEntry, ledgerKey, ledgerPrefix } from './ledger.ts';

/** Written before anything is deleted. May be repeated: the bucket keeps every version, and no function may delete one. */
export async function writeLedger(entry: LedgerEntry): Promise<void> {
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  await new S3Client({}).send(
    new PutObjectCommand({
      Bucket: env('LEDGER_BUCKET'),
      Key: ledgerKey(entry),
      Body: JSON.stringify(entry),
      ContentType: 'application/json',
    }),
  );
}

/** All entries, for a replay by an operator; no function may read them. */
export async function* readLedger(): AsyncGenerator<LedgerEntry> {
  const { GetObjectCommand, ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3');
  const s3 = new S3Client({});
  const Bucket = env('LEDGER_BUCKET');
  let StartAfter: string | undefined;
  for (;;) {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: ledgerPrefix, StartAfter }));
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const text = Buffer.from((await Body?.transformToByteArray()) ?? []).toString();
      yield LedgerEntry.parse(JSON.parse(text));
      StartAfter = Key;
    }
    if (!page.IsTruncated) return;
  }
}
