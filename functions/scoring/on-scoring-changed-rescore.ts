import { consumer } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { scoringChanged } from '../../shared/scoring/scoring-events.ts';

/** Rules or what was learned are others: all contacts of the workspace are scored anew, a page at a time. */
export const handler = consumer<object>(scoringChanged as never, async ({ workspaceId }) => {
  await queueLooks([{ scores: { workspaceId } }]);
});
