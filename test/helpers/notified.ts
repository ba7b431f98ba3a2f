import type { SQSEvent } from 'aws-lambda';
import { handler as onEvent } from '../../functions/notifications/on-event-notify.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import { notificationMade } from '../../shared/notifications/notification-events.ts';
import { notifyingEvents } from '../../shared/notifications/notifying-events.ts';
import { acme, noon } from '../fixtures/ids.ts';
import { readAll } from './dynamo.ts';

type Event = { type: string; data: unknown; id?: string; at?: string; workspaceId?: string };

/** Gives an event to the function that tells people, as its queue does; throws where it fails. */
export async function tell({
  type,
  data,
  id = 'ch_1.0',
  at = noon,
  workspaceId = acme,
}: Event): Promise<void> {
  const body = JSON.stringify({ 'detail-type': type, detail: { id, workspaceId, at, version: 1, data } });
  const { batchItemFailures } = await onEvent({ Records: [{ messageId: '1', body }] } as unknown as SQSEvent);
  if (batchItemFailures.length > 0) throw new Error(`${type} was not told`);
}

/** All notifications that the table holds, the oldest first. */
export async function notifications(): Promise<Notification[]> {
  const items = await Array.fromAsync(readAll());
  return items
    .filter(({ of, sk }) => of === 'notification' && sk.startsWith('nt_'))
    .map((item) => item as unknown as Notification)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every event of the table's change items that people are told of. */
async function happened(): Promise<Event[]> {
  const told = new Set(notifyingEvents.map(({ type }) => type));
  const items = await Array.fromAsync(readAll());
  return items
    .filter(({ type }) => type === 'change')
    .flatMap(({ id, workspaceId, at, events }) =>
      (events as Event[]).map((event, n) => ({
        ...event,
        id: `${id}.${n}`,
        at: String(at),
        workspaceId: String(workspaceId),
      })),
    )
    .filter(({ type }) => told.has(type));
}

/** Tells again of all that has happened, and of the notifications that come of it, as the stream and the bus do. */
export async function tellAll(events: Event[] = []): Promise<void> {
  for (const event of [...(await happened()), ...events]) await tell(event);
  for (const { id, workspaceId, userId, topic, createdAt } of await notifications()) {
    const { type, data } = notificationMade({ notificationId: id, userId, topic });
    await tell({ type, data, id: `${id}.0`, at: createdAt, workspaceId });
  }
}
