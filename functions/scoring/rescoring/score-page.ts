import { retryLostRace } from '../../../shared/platform/again.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { someAtOnce } from '../../../shared/platform/some-at-once.ts';
import type { Queued } from '../../../shared/projections/queued.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { scoreContact } from '../../../shared/scoring/lead-score-store.ts';
import { noteOutcome } from '../../../shared/scoring/outcome-store.ts';

type Scores = Extract<Queued, { scores: object }>['scores'];
const aPage = 50;
const atOnce = 5;
const pauseS = 5;

async function look(workspaceId: string, id: string): Promise<void> {
  await retryLostRace(() => scoreContact(workspaceId, id, new Date().toISOString()));
  await retryLostRace(() => noteOutcome(workspaceId, id));
}

/**
 * LIST-1: scores a page of a workspace's contacts anew, then a message for the next: a kill loses at most a page, which its message
 * brings again. One that cannot be scored has a message of its own, and holds up none behind it.
 */
export async function scorePage({ workspaceId, after, ids }: Scores): Promise<void> {
  if (ids) return void (await someAtOnce(ids, atOnce, (id) => look(workspaceId, id)));
  const pk = listPk(workspaceId, 'contact');
  const from = after === undefined ? undefined : { pk, sk: after };
  const { items, last } = await queryItems({ pk, limit: aPage, after: from, consistent: true });
  const failed: string[] = [];
  await someAtOnce(items, atOnce, async ({ id }) => {
    try {
      await look(workspaceId, String(id));
    } catch (error) {
      logger.warn('a contact was not scored', { contactId: String(id), error: error as Error });
      failed.push(String(id));
    }
  });
  if (failed.length > 0 && failed.length === items.length)
    throw new Error('No contact of the page could be scored.');
  await queueLooks(
    failed.map((id) => ({ scores: { workspaceId, ids: [id] } })),
    pauseS,
  );
  if (last) await queueLooks([{ scores: { workspaceId, after: last.sk } }]);
}
