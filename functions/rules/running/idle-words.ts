import { activityRecord } from '../../../shared/activities/activity.ts';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { type RecordBase, type RecordKind, recordKey } from '../../../shared/core/record.ts';
import { type ClockedDeal, readClocks } from '../../../shared/deals/clock-store.ts';
import { aroundNow, plannedOf, wholeDays } from '../../../shared/deals/deal-card.ts';
import { dealIdle } from '../../../shared/deals/deal-events.ts';
import { pipelineOf } from '../../../shared/deals/deal-store.ts';
import { idleBase, isIdle } from '../../../shared/deals/idle.ts';
import { idleReason, type LastSeen } from '../../../shared/deals/idle-words.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { followed } from '../../../shared/platform/merged.ts';
import type { BlankValues } from '../../../shared/rules/blanks.ts';
import type { Run } from '../../../shared/rules/run.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';

/** A record that is only mentioned: it may be gone. */
async function mentioned<T extends RecordBase>(
  workspaceId: string,
  of: RecordKind<T>,
  id: string | undefined,
): Promise<T | undefined> {
  if (!id) return undefined;
  const key = recordKey(workspaceId, of.kind, id);
  const item: Item | undefined = (await followed(await getItems([key]))).get(nameOf(key));
  return item && of.schema.parse(item);
}

/** The last thing that happened with a deal before a moment, and who did it. */
async function lastSeen({ deal, clock }: ClockedDeal, now: string): Promise<LastSeen | undefined> {
  const { lastActivity } = aroundNow({ last: clock.last, planned: plannedOf(clock) }, now);
  if (!lastActivity) return undefined;
  const { kind, id } = lastActivity;
  const { workspaceId } = deal;
  if (kind === 'task') return { kind, task: await mentioned(workspaceId, taskRecord, id) };
  const activity = await mentioned(workspaceId, activityRecord, id);
  const userId = activity?.by.kind === 'user' ? activity.by.id : undefined;
  return { kind, activity, who: (await mentioned(workspaceId, userRecord, userId))?.name };
}

/** Whether a run began because a deal lay idle. */
export const isOfIdleness = ({ event }: Pick<Run, 'event'>): boolean => event.type === dealIdle.type;

/**
 * What is said of the idleness because of which a run began, as it was found: the words of its task; undefined where something has
 * happened with the deal since.
 */
export async function idleWords({ workspaceId, recordId, event }: Run): Promise<BlankValues | undefined> {
  const [clocked] = await readClocks(workspaceId, [recordId]);
  if (!clocked || !isIdle(clocked.deal, clocked.clock)) return undefined;
  const { deal, clock } = clocked;
  const { stages } = await pipelineOf(workspaceId, deal.pipelineId);
  const stage = stages.find(({ id }) => id === deal.stageId);
  const last = await lastSeen(clocked, event.at);
  const days = wholeDays(idleBase(deal, clock), event.at);
  return {
    'idle.call': last ? 'Call again' : 'Call',
    'idle.reason': stage && idleReason(deal, stage, days, last),
  };
}
