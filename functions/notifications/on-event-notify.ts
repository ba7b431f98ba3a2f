import { notificationMade } from '../../shared/notifications/notification-events.ts';
import { notify } from '../../shared/notifications/notify-store.ts';
import { notifyingEvents } from '../../shared/notifications/notifying-events.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { mailNotification } from './mailing/mail-notification.ts';
import { tellings } from './telling/asked-of.ts';

/**
 * Tells users of what happens to what is theirs, and mails it to those who want that. An event that comes again finds its notifications
 * made, and a notification its mail.
 */
export const handler = consumer(notifyingEvents, async (event) => {
  const { type, workspaceId, at, id: eventId } = event;
  if (type === notificationMade.type) {
    const { userId, notificationId: id } = notificationMade.schema.parse(event.data);
    return mailNotification({ workspaceId, userId, id }, new Date().toISOString(), eventId);
  }
  for (const { id = eventId, at: moment = at, ...telling } of (await tellings[type]?.(event as never)) ?? [])
    await notify({ ...telling, workspaceId, id }, moment);
});
