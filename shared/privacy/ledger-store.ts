import { env } from '../platform/env.ts';
import { type LedgerEntry, ledgerKey } from './ledger.ts';

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
