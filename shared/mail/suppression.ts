import { createHash } from 'node:crypto';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** Why an address gets no marketing mail. */
export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained';

/** An address in a form that tells nobody what it is; `folded` as the workspace tells addresses apart. */
export const addressHash = (folded: string) => createHash('sha256').update(folded).digest('base64url');

export const suppressionKey = (workspaceId: string, hash: string): Key => ({
  pk: `${workspacePk(workspaceId)}#SUPPRESSION#${hash}`,
  sk: 'SUPPRESSION',
});
