import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { type RecordBase, type RecordKind, recordKey } from '../../../shared/core/record.ts';
import { type ClockedDeal, clockWrite, readClocks, unchanged } from '../../../shared/deals/clock-store.ts';
import { aroundNow, plannedOf } from '../../../shared/deals/deal-card.ts';
import { dealStore, pipelineStore } from '../../../shared/deals/deal-store.ts';
import { idleDueAt } from '../../../shared/deals/idle.ts';
import { type LastSeen, makeIdleTask } from '../../../shared/deals/idle-task.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { followed } from '../../../shared/platform/merged.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

type Outcome = 'made' | 'not due' | 'raced';

/** A reader of records that are only mentioned: each may be gone. */
async function readMentioned(
  workspaceId: string,
  all: [RecordKind<RecordBase>['kind'], string | undefined][],
) {
  const keys = all.flatMap(([kind, id]) => (id ? [recordKey(workspaceId, kind, id)] : []));
  const items: Map<string, Item> = keys.length > 0 ? await followed(await getItems(keys)) : new Map();
  return <T extends RecordBase>(of: RecordKind<T>, id: string | undefined): T | undefined => {
    const item = id && items.get(nameOf(recordKey(workspaceId, of.kind, id)));
    return item ? of.schema.parse(item) : undefined;
  };
}

/** What the task says of the last thing that happened, and whose the task is. */
async function readWords({ deal, clock }: ClockedDeal, now: string) {
  const { workspaceId, contactId } = deal;
  const { lastActivity } = aroundNow({ last: clock.last, planned: plannedOf(clock) }, now);
  const lastKind = lastActivity?.kind === 'task' ? 'task' : 'activity';
  const read = await readMentioned(workspaceId, [
    [lastKind, lastActivity?.id],
    ['contact', deal.ownerId ? undefined : contactId],
  ]);
  const ownerId = deal.ownerId ?? read(contactRecord, contactId)?.ownerId;
  if (!lastActivity) return { ownerId, last: undefined };
  const { kind, id } = lastActivity;
  const activity = kind === 'task' ? undefined : read(activityRecord, id);
  const task = kind === 'task' ? read(taskRecord, id) : undefined;
  const userId = activity?.by.kind === 'user' ? activity.by.id : undefined;
  const who = (await readMentioned(workspaceId, [['user', userId]]))(userRecord, userId)?.name;
  return { ownerId, last: { kind, activity, task, who } satisfies LastSeen };
}

/**
 * The task and the name of the idleness that it is for, in one transaction that holds only while the deal and its clock
 * are as they were read: of any number of sweeps one makes the task, and the others then see that it is made.
 */
async function makeTask(clocked: ClockedDeal, now: string): Promise<Outcome> {
  const { deal, clock } = clocked;
  const { workspaceId } = deal;
  const { stages } = await pipelineStore.get(workspaceId, deal.pipelineId);
  const stage = stages.find(({ id }) => id === deal.stageId);
  const due = idleDueAt(deal, clock, stage);
  if (!stage || due === undefined || due > now) return 'not due';
  const { timeZone } = await workspaceOf(workspaceId);
  const words = await readWords(clocked, now);
  const context = systemContext(workspaceId, 'schedule', 'deal_idle', now, `idle since ${due}`);
  const made = makeIdleTask({ deal, clock, stage, timeZone, ...words }, context);
  try {
    await saveChanges([made.task as never], context, [
      unchanged(dealStore.keyOf(workspaceId, deal.id), deal.version),
      clockWrite(deal, clock, made.clock),
    ]);
    return 'made';
  } catch (error) {
    if (error instanceof AppError && error.code === 'version_conflict') return 'raced';
    throw error;
  }
}

/**
 * A deal that may have become idle. What the entry says is looked up again, with the schedule's moment as now: the entry
 * follows the deal a second later. One that is not due any more is given to the projector, which moves it.
 */
export async function dealIdle({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const [clocked] = await readClocks(workspaceId, [id]);
  const outcome = clocked && !clocked.deal.deletedAt ? await makeTask(clocked, now) : 'not due';
  if (outcome === 'not due') await queueLooks([{ keys: [dealStore.keyOf(workspaceId, id)] }]);
}
