import { listNotificationsRoute } from '../../../shared/notifications/notification-routes.ts';
import { notificationPage } from '../../../shared/notifications/notification-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listNotificationsOperation = operation(
  listNotificationsRoute,
  ({ actor, now, query: { unread, ...page } }) =>
    notificationPage(actor, { ...page, unread: unread === 'true' }, now),
);
