import type { DueEntry } from '../../../shared/core/due.ts';
import type { IdKind } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

/** Time has come to take a record into a segment, or out of one: the projector looks at it, and finds when it is due next. */
export const segmentTurn = ({ workspaceId, of, id }: DueEntry): Promise<void> =>
  queueLooks([{ keys: [recordKey(workspaceId, of as IdKind, id)] }]);
