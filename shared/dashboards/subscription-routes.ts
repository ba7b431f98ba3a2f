import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { linkPage, oneClick } from '../mail/link-page.ts';
import { PutSubscription, SubscriptionBody } from './subscriptions.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const path = z.object({ dashboardId: idOf('dashboard') });
const params = { dashboardId: 'db_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const unseen = ['permission_missing', 'dashboard_not_found'] as const;

export const getDashboardSubscriptionRoute = defineRoute({
  operationId: 'getDashboardSubscription',
  method: 'GET',
  path: '/v1/dashboards/{dashboardId}/subscription',
  tag: 'Dashboards',
  summary: 'When a dashboard is mailed to me',
  access: 'signed_in',
  ...nothing,
  params: path,
  status: 200,
  response: SubscriptionBody,
  errors: [...unseen, 'subscription_not_found'],
  example: { params },
});

export const putDashboardSubscriptionRoute = defineRoute({
  operationId: 'putDashboardSubscription',
  method: 'PUT',
  path: '/v1/dashboards/{dashboardId}/subscription',
  tag: 'Dashboards',
  summary: 'Have a dashboard mailed to me every week',
  description:
    'At a time by the wall clock where one is (`preferences.timeZone`, else the workspace’s), once a week, with the rights that one has then. It stops when one may not see the dashboard any more. May be repeated.',
  access: 'signed_in',
  ...nothing,
  params: path,
  body: PutSubscription,
  status: 200,
  response: SubscriptionBody,
  errors: [...unseen, 'too_many_subscriptions'],
  example: { params, body: { weekday: 'monday', at: '08:00' } },
});

export const deleteDashboardSubscriptionRoute = defineRoute({
  operationId: 'deleteDashboardSubscription',
  method: 'DELETE',
  path: '/v1/dashboards/{dashboardId}/subscription',
  tag: 'Dashboards',
  summary: 'Have a dashboard mailed to me no more',
  access: 'signed_in',
  ...nothing,
  params: path,
  status: 204,
  response: z.undefined(),
  errors: unseen,
  example: { params },
});

const tokenExample = {
  token:
    '01KAPRM3V5Z8Y7Q2W4X6T9N1BC.01KAPRM3V5Z8Y7Q2W4X6T9N1BC.01KAPRM3V5Z8Y7Q2W4X6T9N1BC.e7F8g9H0i1J2k3L4m5N6o7',
};
export const getDashboardMailPageRoute = defineRoute({
  ...linkPage,
  operationId: 'getDashboardMailPage',
  method: 'GET',
  path: '/v1/dashboard-mails/{token}',
  tag: 'Dashboards',
  summary: 'The page behind the link in a dashboard’s mail',
  description: 'Has a button. Opening it changes nothing, because programs open links too.',
  errors: ['unsubscribe_link_invalid'],
  example: { params: tokenExample },
});
export const stopDashboardMailRoute = defineRoute({
  ...oneClick,
  operationId: 'stopDashboardMail',
  path: '/v1/dashboard-mails/{token}',
  tag: 'Dashboards',
  summary: 'Stop a dashboard’s mails by one click',
  description: 'What the page’s button and a mail program’s own button send (RFC 8058). May be repeated.',
  example: { params: tokenExample, body: { 'List-Unsubscribe': 'One-Click' } },
});

export const subscriptionRoutes = [
  getDashboardSubscriptionRoute,
  putDashboardSubscriptionRoute,
  deleteDashboardSubscriptionRoute,
];
export const dashboardMailRoutes = [getDashboardMailPageRoute, stopDashboardMailRoute];
