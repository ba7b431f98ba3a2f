import * as z from 'zod';
import { activityMentioned } from '../../../shared/activities/activity-events.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { recordAssigned } from '../../../shared/core/assigned.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { idleTaskMade } from '../../../shared/deals/deal-events.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { dataExportFinished } from '../../../shared/exports/data-export-events.ts';
import { importFinished } from '../../../shared/imports/import-events.ts';
import { mailReceived } from '../../../shared/mail/mail-events.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { mailDoubtful } from '../../../shared/mail/outbound-events.ts';
import type { Asked } from '../../../shared/notifications/notification.ts';
import type { Delivered } from '../../../shared/platform/consumer.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { exportFinished } from '../../../shared/privacy/privacy-events.ts';
import { isSample } from '../../../shared/sample/sample.ts';
import { taskReminder } from '../../../shared/tasks/task-events.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

/** Whom an event asks to be told of what, and for which moment. */
export type Telling = Omit<Asked, 'workspaceId' | 'id'> & { id?: string; at?: string };
type Happened<D> = Pick<Delivered<D>, 'workspaceId' | 'data'>;
type DataOf<E extends { parse: (raw: unknown) => { data: unknown } }> = ReturnType<E['parse']>['data'];

const assigned = async ({ data }: Happened<DataOf<typeof recordAssigned>>): Promise<Telling[]> => {
  const { recordId: about, userId, byId } = data;
  const type = kindOfId(about) === 'task' ? 'task_assigned' : 'record_assigned';
  return [{ type, userId, about, byId }];
};

const mentioned = async ({ data }: Happened<DataOf<typeof activityMentioned>>): Promise<Telling[]> => {
  const { activityId: detailId, contactId: about, userIds, byId } = data;
  return userIds.map((userId) => ({ type: 'mention', userId, about, detailId, byId }));
};

/** Once a task, whatever event says so; of what is made up nobody is told. */
async function idle({ workspaceId, data }: Happened<DataOf<typeof idleTaskMade>>): Promise<Telling[]> {
  const { dealId: about, taskId } = data;
  const task = await taskStore.find(whole(workspaceId), taskId);
  if (!task?.ownerId || task.status === 'done') return [];
  const deal = await dealStore.find(whole(workspaceId), about);
  if (deal && isSample(deal)) return [];
  const { ownerId: userId, id: detailId, createdAt: at } = task;
  return [{ type: 'deal_idle', userId, about, detailId, id: `idle:${task.id}`, at }];
}

async function reminded({ workspaceId, data }: Happened<DataOf<typeof taskReminder>>): Promise<Telling[]> {
  const task = await taskStore.find(whole(workspaceId), data.taskId);
  if (!task?.ownerId || task.status === 'done' || isSample(task)) return [];
  return [{ type: 'task_reminder', userId: task.ownerId, about: task.id }];
}

/** A mail that a user dropped in is that user's doing: they know of it. */
async function received({ workspaceId, data }: Happened<DataOf<typeof mailReceived>>): Promise<Telling[]> {
  const scope = whole(workspaceId);
  const [contact, activity] = await Promise.all([
    contactStore.find(scope, data.contactId),
    activityStore.find(scope, data.activityId),
  ]);
  if (!contact?.ownerId) return [];
  const { ownerId: userId, id: about } = contact;
  const byId = activity?.by.kind === 'user' ? activity.by.id : undefined;
  return [{ type: 'mail_received', userId, about, detailId: data.activityId, byId }];
}

const ended =
  (type: 'import_finished' | 'export_ready', idOf: (data: Record<string, string>) => string | undefined) =>
  async ({ data }: Happened<unknown>): Promise<Telling[]> => {
    const { userId = '', outcome: code, ...ids } = data as Record<string, string>;
    return [{ type, userId, about: idOf(ids), code }];
  };

const Written = z.object({ authorId: z.string().optional() });
/** What Rapport itself sends has no author, and nobody to be told. */
async function doubtful({ workspaceId, data }: Happened<DataOf<typeof mailDoubtful>>): Promise<Telling[]> {
  const { authorId } = Written.parse((await getItem(messageStore.keyOf(workspaceId, data.messageId))) ?? {});
  return authorId ? [{ type: 'mail_doubtful', userId: authorId, about: data.messageId }] : [];
}

/** What is told of each event. */
export const tellings: Record<string, (event: Happened<never>) => Promise<Telling[]>> = {
  [recordAssigned.type]: assigned,
  [activityMentioned.type]: mentioned,
  [idleTaskMade.type]: idle,
  [taskReminder.type]: reminded,
  [mailReceived.type]: received,
  [importFinished.type]: ended('import_finished', ({ importId }) => importId),
  [dataExportFinished.type]: ended('export_ready', ({ dataExportId }) => dataExportId),
  [exportFinished.type]: ended('export_ready', ({ exportId }) => exportId),
  [mailDoubtful.type]: doubtful,
};
