import { touchContact } from '../../../shared/contacts/contact-touch-store.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';
import { scoreContact } from '../../../shared/scoring/lead-score-store.ts';

/**
 * What was planned with a contact has happened by now, and counts for its score and its risk: the projector moves the entry to what is
 * planned next. The score goes first, since nothing would ask for it again; a risk is looked at by itself. What older code has listed
 * is looked at anew first: the entry stays, and is swept again in a minute.
 */
export async function contactTouchDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  await retryLostRace(() => scoreContact(workspaceId, id, now));
  const older = await retryLostRace(() => touchContact(workspaceId, id, now));
  if (older.length > 0) await queueLooks([{ keys: older }]);
  await retryLostRace(() => reckonRisk(workspaceId, id, now));
}
