import { createHash } from 'node:crypto';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** Why an address gets no marketing mail. */
export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained';
export const suppressionReasons = ['unsubscribed', 'bounced', 'complained'] as const;

/**
 * What an address was called before its hash had a key: whoever has a list of addresses can find it in one of hashes. Still
 * read, and still in the links of old mails; never written for an address that we know.
 */
export const plainHash = (folded: string) => createHash('sha256').update(folded).digest('base64url');

/** `hash` is the keyed one of the address, as `hashOfAddress` gives it. */
export const suppressionKey = (workspaceId: string, hash: string): Key => ({
  pk: `${workspacePk(workspaceId)}#SUPPRESSION#${hash}`,
  sk: 'SUPPRESSION',
});
