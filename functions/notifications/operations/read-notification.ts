import { readNotificationRoute } from '../../../shared/notifications/notification-routes.ts';
import { readNotification } from '../../../shared/notifications/notification-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const readNotificationOperation = operation(readNotificationRoute, ({ actor, now, params }) =>
  readNotification(actor, params.notificationId, now),
);
