import type { ObjectVersion } from '@aws-sdk/client-s3';
import { s3 } from '../platform/s3.ts';

type Version = Pick<ObjectVersion, 'Key' | 'VersionId'>;
const atOnce = 5;

async function deleteVersions(Bucket: string, versions: Version[]): Promise<void> {
  const { sdk, client } = await s3();
  for (let at = 0; at < versions.length; at += atOnce) {
    const some = versions.slice(at, at + atOnce);
    await Promise.all(
      some.map(({ Key, VersionId }) => client.send(new sdk.DeleteObjectCommand({ Bucket, Key, VersionId }))),
    );
  }
}

/**
 * Deletes every version of the objects under a prefix, and what marks them as deleted, so that nothing of them can be
 * brought back; answers how many. `isMeant` leaves out what only begins alike. May be repeated.
 */
export async function purgeObjects(
  Bucket: string,
  Prefix: string,
  isMeant: (key: string) => boolean = () => true,
): Promise<number> {
  const { sdk, client } = await s3();
  let purged = 0;
  let from: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    const page = await client.send(new sdk.ListObjectVersionsCommand({ Bucket, Prefix, ...from }));
    const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(({ Key = '' }) =>
      isMeant(Key),
    );
    await deleteVersions(Bucket, found);
    purged += found.length;
    if (!page.IsTruncated) return purged;
    from = { KeyMarker: page.NextKeyMarker ?? '', VersionIdMarker: page.NextVersionIdMarker ?? '' };
  }
}

/** The same for one object. */
export const purgeObject = (bucket: string, key: string): Promise<number> =>
  purgeObjects(bucket, key, (one) => one === key);
