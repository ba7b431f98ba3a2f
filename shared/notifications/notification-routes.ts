import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { notificationTypes } from './notification-types.ts';

/** The most that `unreadCount` says. */
export const mostCounted = 100;

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const example = {
  id: 'nt_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  type: 'mention',
  createdAt: '2026-11-29T09:00:00.000Z',
  isRead: false,
  record: { kind: 'contact', id: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC', name: 'Ada Lovelace' },
  by: { id: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC', name: 'Rosa Lindqvist' },
  detailId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  text: 'Rosa Lindqvist mentioned you in a note on Ada Lovelace',
} as const;

const NotificationBody = z.object({
  id: idOf('notification'),
  type: z.enum(notificationTypes),
  createdAt: z.iso.datetime(),
  isRead: z.boolean(),
  record: z
    .object({ kind: z.string(), id: z.string(), name: z.string() })
    .optional()
    .describe('What it is about, as it is now; absent where it is gone, or you may not see it any more.'),
  detailId: z
    .string()
    .optional()
    .describe('The note of a mention, the mail that came, the task of an idle deal.'),
  by: z.object({ id: z.string(), name: z.string() }).optional().describe('The user because of whom.'),
  code: z.string().optional().describe('Why, where there are several reasons: how an import has ended.'),
  text: z.string().describe('In English, or in German for whom that is the preference.'),
});
const unreadCount = z
  .int()
  .max(mostCounted)
  .describe(`How many of the last 90 days are unread; ${mostCounted} stands for as many or more.`);

export const listNotificationsRoute = defineRoute({
  operationId: 'listNotifications',
  method: 'GET',
  path: '/v1/notifications',
  tag: 'Notifications',
  summary: 'What I am told of, newest first',
  description:
    'Of the last 90 days. Names and texts are made as they are read, with your rights of that moment. It costs two Queries and two BatchGets a page, however many there are.',
  access: 'signed_in',
  ...nothing,
  query: PageQuery.extend({
    unread: z.enum(['true', 'false']).default('false').describe('`true`: only those that are unread.'),
  }),
  status: 200,
  response: pageOf(NotificationBody).extend({ unreadCount }),
  errors: ['cursor_invalid'],
  example: { query: { unread: 'true' }, response: { items: [example], unreadCount: 1 } },
});

export const readNotificationRoute = defineRoute({
  operationId: 'readNotification',
  method: 'POST',
  path: '/v1/notifications/{notificationId}/read',
  tag: 'Notifications',
  summary: 'Mark a notification as read',
  description: 'May be repeated.',
  access: 'signed_in',
  ...nothing,
  params: z.object({ notificationId: idOf('notification') }),
  body: z.strictObject({}),
  status: 200,
  response: NotificationBody,
  errors: ['notification_not_found'],
  example: { params: { notificationId: example.id }, body: {}, response: { ...example, isRead: true } },
});

export const readAllNotificationsRoute = defineRoute({
  operationId: 'readAllNotifications',
  method: 'POST',
  path: '/v1/notifications/read-all',
  tag: 'Notifications',
  summary: 'Mark all notifications up to a moment as read',
  description: 'One write, however many there are. May be repeated; an earlier moment changes nothing.',
  access: 'signed_in',
  ...nothing,
  body: z.strictObject({
    before: Instant.optional().describe(
      'When the newest that you have seen was made; now where it is left out.',
    ),
  }),
  status: 200,
  response: z.object({ unreadCount }),
  errors: [],
  example: { body: { before: '2026-11-29T09:00:00.000Z' }, response: { unreadCount: 0 } },
});

export const notificationRoutes = [listNotificationsRoute, readNotificationRoute, readAllNotificationsRoute];
