import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** Says that whoever had this address was erased: it is not to be taken in or written to, unless they come back by themselves. */
export const erasedKey = (workspaceId: string, hash: string): Key => ({
  pk: `${workspacePk(workspaceId)}#ERASED#${hash}`,
  sk: 'ERASED',
});
