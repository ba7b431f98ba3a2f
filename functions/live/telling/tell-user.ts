import { connectionsOfUser } from '../../../shared/live/connection-store.ts';
import type { LiveMessage } from '../../../shared/live/live-message.ts';
import { notificationMade } from '../../../shared/notifications/notification-events.ts';
import { openAt, readersOf, tellAll } from './tell-workspace.ts';

/** Tells a user's connections, and nobody else's, that there is something new for them. One Query where they have none. */
export async function tellUser(detail: unknown, now: string): Promise<void> {
  const { workspaceId, at, data } = notificationMade.parse(detail);
  const open = openAt(await connectionsOfUser(workspaceId, data.userId), now);
  if (open.length === 0) return;
  const notification = { id: data.notificationId, type: data.topic, at };
  const message: LiveMessage = { action: 'notification', notification };
  const readers = await readersOf(open, now);
  await tellAll(
    readers.flatMap(({ connections }) => connections.map((connection) => ({ connection, message }))),
    now,
  );
}
