import { activityRecord } from '../../shared/activities/activity.ts';
import type { RecordBase } from '../../shared/core/record.ts';
import { touchingEvents } from '../../shared/deals/deal-events.ts';
import { isOfDeals, touchOfActivity, touchOfTask } from '../../shared/deals/touch.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered } from '../../shared/platform/consumer.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { taskRecord } from '../../shared/tasks/task.ts';
import { workspaceOf } from '../../shared/workspaces/workspace-store.ts';
import { dealsOnceTouched, dealsTouched, type Names } from './touching/find-deals.ts';
import { type Look, touchDeals } from './touching/touch-deals.ts';

type Event = Delivered<{ recordId: string }>;
const activities = recordStore(activityRecord);
const tasks = recordStore(taskRecord);

/** A record that was just made has touched nothing before. */
async function onceTouched(kind: 'activity' | 'task', event: Event, contactId?: string): Promise<string[]> {
  if (event.type === `${kind}.created`) return [];
  const fields = (await changedFields(kind, event)) ?? {};
  return dealsOnceTouched(event.workspaceId, fields, contactId);
}
/** What is gone, or lies in the trash, is nothing to any deal; from there it names those that it was something to. */
const isThere = <T extends RecordBase>(record: T | undefined): record is T =>
  record !== undefined && !record.deletedAt;

const lookAtActivity =
  (event: Event): Look =>
  async () => {
    const { workspaceId, data } = event;
    const activity = await activities.find(workspaceId, data.recordId);
    const names: Names = activity && isOfDeals(activity) ? activity : { dealIds: [] };
    const [own, once] = await Promise.all([
      dealsTouched(workspaceId, names),
      onceTouched('activity', event, names.contactId),
    ]);
    const there = isThere(activity);
    return {
      key: activities.keyOf(workspaceId, data.recordId),
      version: activity?.version,
      touch: there ? touchOfActivity(activity) : { id: data.recordId, kind: '' },
      dealIds: there ? own : [],
      onceDealIds: there ? once : [...own, ...once],
    };
  };

/** A task touches only the deal that it names. */
const lookAtTask =
  (event: Event): Look =>
  async () => {
    const { workspaceId, data } = event;
    const [task, once, { timeZone }] = await Promise.all([
      tasks.find(workspaceId, data.recordId),
      onceTouched('task', event),
      workspaceOf(workspaceId),
    ]);
    const own = task?.dealId ? [task.dealId] : [];
    const there = isThere(task);
    return {
      key: tasks.keyOf(workspaceId, data.recordId),
      version: task?.version,
      touch: there ? touchOfTask(task, timeZone) : { id: data.recordId, kind: '' },
      dealIds: there ? own : [],
      onceDealIds: there ? once : [...own, ...once],
    };
  };

/** An event only says where to look: the record as it is now is what touches its deals. */
export const handler = consumer(touchingEvents, (event) => {
  const look = event.type.startsWith('task.') ? lookAtTask(event) : lookAtActivity(event);
  return touchDeals(event.workspaceId, look);
});
