import type { S3Client } from '@aws-sdk/client-s3';

let client: S3Client | undefined;
/** S3's SDK, and one client a process. Loaded when it is first needed: most requests of the functions that may need it do not. */
export async function s3() {
  const sdk = await import('@aws-sdk/client-s3');
  client ??= new sdk.S3Client({});
  return { sdk, client };
}
