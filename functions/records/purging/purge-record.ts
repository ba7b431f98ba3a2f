import { systemContext } from '../../../shared/core/actor.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { isTrashed, recordKey } from '../../../shared/core/record.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { purgeDueAt } from '../../../shared/records/trash.ts';
import { kindNamed } from './going.ts';
import { purgeSteps } from './steps.ts';

/**
 * Purges a record whose time in the trash is over, with all that goes with it, as far as there is time for: done again it goes
 * on with what is left. May be killed at any line, and be at work twice at once. Answers whether it came to its end.
 */
export async function purgeRecord(
  kind: string,
  workspaceId: string,
  id: string,
  { now, isTimeLeft }: { now: string; isTimeLeft: () => boolean },
): Promise<boolean> {
  const of = kindNamed(kind);
  const record = await recordStore(of).find(workspaceId, id);
  if (!record || !isTrashed(record) || purgeDueAt(record) > now) {
    await queueLooks([{ keys: [recordKey(workspaceId, of.kind, id)] }]);
    return true;
  }
  const by = systemContext(workspaceId, 'schedule', 'purge', now, 'trash');
  for await (const _ of purgeSteps({ kind: kind as GovernedKind, workspaceId, id, by }))
    if (!isTimeLeft()) return false;
  return true;
}
