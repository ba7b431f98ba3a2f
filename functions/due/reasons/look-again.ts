import type { DueEntry } from '../../../shared/core/due.ts';
import type { IdKind } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

/**
 * Time alone changes what is projected of a record (its place in a segment, what a check finds): the projector looks at it, and
 * finds when it is due next.
 */
export const lookAgain = ({ workspaceId, of, id }: DueEntry): Promise<void> =>
  queueLooks([{ keys: [recordKey(workspaceId, of as IdKind, id)] }]);
