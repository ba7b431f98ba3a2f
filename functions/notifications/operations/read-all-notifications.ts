import { readAllNotificationsRoute } from '../../../shared/notifications/notification-routes.ts';
import { readAllNotifications } from '../../../shared/notifications/notification-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const readAllNotificationsOperation = operation(
  readAllNotificationsRoute,
  async ({ actor, now, body: { before = now } }) => ({
    unreadCount: await readAllNotifications(actor, before, now),
  }),
);
