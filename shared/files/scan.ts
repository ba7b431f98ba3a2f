import * as z from 'zod';

/** Who says whether a file is clean: nobody (then what is taken is ready), GuardDuty, or a scanner of one's own by the API. */
export const ScanBy = z.enum(['off', 'guardduty', 'custom']);
export type ScanBy = z.infer<typeof ScanBy>;
/** The deployment's setting (CDK context `scan`). */
export const isScanned = (): boolean => ScanBy.catch('off').parse(process.env.FILES_SCAN) !== 'off';

/** Stands in a pattern for the name of the deployment's bucket of files: other buckets of the account tell the same bus. */
export const filesBucketName = '<files bucket>';

/**
 * GuardDuty Malware Protection for S3 says so on the account's default bus (GuardDuty user guide, "Monitoring S3 object
 * scans with Amazon EventBridge"). At least once, in any order.
 */
export const guardDutyPattern = {
  source: ['aws.guardduty'],
  'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
  detail: { s3ObjectDetails: { bucketName: [filesBucketName] } },
};
const ScanResult = z.object({
  detail: z.object({
    scanStatus: z.string(),
    s3ObjectDetails: z.object({ bucketName: z.string(), objectKey: z.string(), eTag: z.string().optional() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

export type Scanned = {
  bucket: string;
  key: string;
  etag: string | undefined;
  result: 'clean' | 'infected' | 'unscannable' | 'failed';
};
const resultOf: Record<string, Scanned['result']> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unscannable', // locked with a password, packed too deep, too large: nobody can say what is in it
};
/** GuardDuty's event in our words. `failed`: nothing is known (no access, a fault of its own). Throws for another event. */
export function scannedOf(body: unknown): Scanned {
  const { s3ObjectDetails: object, scanResultDetails } = ScanResult.parse(body).detail;
  const result = resultOf[scanResultDetails.scanResultStatus] ?? 'failed';
  return {
    bucket: object.bucketName,
    key: object.objectKey,
    etag: object.eTag?.replaceAll('"', ''),
    result,
  };
}

/** What S3 says on the default bus of every object that is written (S3 user guide, "EventBridge event message structure"). */
export const objectCreatedPattern = {
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: { bucket: { name: [filesBucketName] }, object: { key: [{ prefix: 'files/' }] } },
};
const ObjectCreated = z.object({
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
});
export const objectCreatedOf = (body: unknown): { bucket: string; key: string } => {
  const { bucket, object } = ObjectCreated.parse(body).detail;
  return { bucket: bucket.name, key: object.key };
};
