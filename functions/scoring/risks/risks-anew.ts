import { retryLostRace } from '../../../shared/platform/again.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { someAtOnce } from '../../../shared/platform/some-at-once.ts';
import type { RisksAnew } from '../../../shared/projections/queued.ts';
import { customersPk } from '../../../shared/risk/risk-entries.ts';
import { learnRisk } from '../../../shared/risk/risk-learning-store.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';

const aPage = 100;
const atOnce = 5;

/**
 * RISK-2: reckons a page of the customers anew, then a message for the next: a kill loses at most a page, which its message brings
 * again. One that cannot be reckoned has its own entry among what is due, and holds up none behind it.
 */
export async function risksAnew(asked: RisksAnew): Promise<void> {
  const { workspaceId, after, thenLearn } = asked;
  const pk = customersPk(workspaceId);
  const from = after === undefined ? undefined : { pk, sk: after };
  const { items, last } = await queryItems({ pk, limit: aPage, after: from, consistent: true });
  const settings = await workspaceStore.get(workspaceId, workspaceId);
  await someAtOnce(items, atOnce, async ({ id }) => {
    try {
      await retryLostRace(() => reckonRisk(workspaceId, String(id), new Date().toISOString(), settings));
    } catch (error) {
      logger.warn('a risk was not reckoned', { contactId: String(id), error: error as Error });
    }
  });
  if (last) return queueLooks([{ risks: { workspaceId, after: last.sk, thenLearn } }]);
  if (thenLearn) await retryLostRace(() => learnRisk(workspaceId, new Date().toISOString()));
}
