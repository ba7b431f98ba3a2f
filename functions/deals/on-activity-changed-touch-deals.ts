import { activityStore } from '../../shared/activities/activity-store.ts';
import { whole } from '../../shared/core/scope.ts';
import { touchingEvents } from '../../shared/deals/deal-events.ts';
import { isOfDeals, touchOfActivity, touchOfTask } from '../../shared/deals/touch.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered } from '../../shared/platform/consumer.ts';
import { taskStore } from '../../shared/tasks/task-store.ts';
import { workspaceOf } from '../../shared/workspaces/workspace-store.ts';
import { dealsOnceTouched, dealsTouched, type Names } from './touching/find-deals.ts';
import { type Look, touchDeals } from './touching/touch-deals.ts';

type Event = Delivered<{ recordId: string }>;

/** A record that was just made has touched nothing before. */
async function onceTouched(kind: 'activity' | 'task', event: Event, contactId?: string): Promise<string[]> {
  if (event.type === `${kind}.created`) return [];
  const fields = (await changedFields(kind, event)) ?? {};
  return dealsOnceTouched(event.workspaceId, fields, contactId);
}

const lookAtActivity =
  (event: Event): Look =>
  async () => {
    const { workspaceId, data } = event;
    const activity = await activityStore.find(whole(workspaceId), data.recordId);
    const names: Names = activity && isOfDeals(activity) ? activity : { dealIds: [] };
    return {
      key: activityStore.keyOf(workspaceId, data.recordId),
      version: activity?.version,
      touch: activity ? touchOfActivity(activity) : { id: data.recordId, kind: '' },
      dealIds: await dealsTouched(workspaceId, names),
      onceDealIds: await onceTouched('activity', event, names.contactId),
    };
  };

/** A task touches only the deal that it names. */
const lookAtTask =
  (event: Event): Look =>
  async () => {
    const { workspaceId, data } = event;
    const [task, { timeZone }] = await Promise.all([
      taskStore.find(whole(workspaceId), data.recordId),
      workspaceOf(workspaceId),
    ]);
    return {
      key: taskStore.keyOf(workspaceId, data.recordId),
      version: task?.version,
      touch: task ? touchOfTask(task, timeZone) : { id: data.recordId, kind: '' },
      dealIds: task?.dealId ? [task.dealId] : [],
      onceDealIds: await onceTouched('task', event),
    };
  };

/** An event only says where to look: the record as it is now is what touches its deals. */
export const handler = consumer(touchingEvents, (event) => {
  const look = event.type.startsWith('task.') ? lookAtTask(event) : lookAtActivity(event);
  return touchDeals(event.workspaceId, look);
});
