import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { ChosenPreferences } from './preferences.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tokenPath = z.object({ token: z.string().max(200) });
const examplePath = {
  token: '01KAPRM3V5Z8Y7Q2W4X6T9N1BC.r1P0hQ3XnB0Yc2o8k4W5s6T7u8V9w0X1y2Z3a4B5c6D.e7F8g9H0i1J2k3L4m5N6o7',
};

export const getUnsubscribePageRoute = defineRoute({
  operationId: 'getUnsubscribePage',
  method: 'GET',
  path: '/v1/unsubscribe/{token}',
  tag: 'Mail out',
  summary: 'The page behind the link in a marketing mail',
  description: 'Has a button. Opening it changes nothing, because programs open links too.',
  access: 'public',
  ...nothing,
  params: tokenPath,
  status: 200,
  response: z.string(),
  produces: 'text/html',
  errors: ['unsubscribe_link_invalid'],
  example: { params: examplePath },
});

export const unsubscribeRoute = defineRoute({
  operationId: 'unsubscribe',
  method: 'POST',
  path: '/v1/unsubscribe/{token}',
  tag: 'Mail out',
  summary: 'Unsubscribe by one click',
  description:
    'What the page’s button and a mail program’s own button send (RFC 8058). The address gets no marketing mail from this workspace any more. May be repeated.',
  access: 'public',
  ...nothing,
  params: tokenPath,
  body: z.object({ 'List-Unsubscribe': z.literal('One-Click').optional() }),
  accepts: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  status: 200,
  response: z.string(),
  produces: 'text/html',
  errors: ['unsubscribe_link_invalid'],
  example: { params: examplePath, body: { 'List-Unsubscribe': 'One-Click' } },
});

export const getMailPreferencesRoute = defineRoute({
  operationId: 'getMailPreferences',
  method: 'GET',
  path: '/v1/mail-preferences/{token}',
  tag: 'Mail out',
  summary: 'The page on which somebody says what mail they want',
  description:
    'Behind the second link at the foot of a marketing mail; it takes the same token. It shows each purpose that the contact has a consent for, and whether any marketing mail is to come at all, in the contact’s language (English or German).',
  access: 'public',
  ...nothing,
  params: tokenPath,
  status: 200,
  response: z.string(),
  produces: 'text/html',
  errors: ['unsubscribe_link_invalid'],
  example: { params: examplePath },
});

export const setMailPreferencesRoute = defineRoute({
  operationId: 'setMailPreferences',
  method: 'POST',
  path: '/v1/mail-preferences/{token}',
  tag: 'Mail out',
  summary: 'Say what mail one wants',
  description:
    'What the page’s form sends: `mail` says whether marketing mail is to come, `shown` which purposes stood there, `want` which of them are agreed to. Consents carry the source `preference page`. `mail=some` takes back an unsubscribing, never a bounce or a complaint. May be repeated.',
  access: 'public',
  ...nothing,
  params: tokenPath,
  body: ChosenPreferences,
  accepts: ['application/x-www-form-urlencoded'],
  status: 200,
  response: z.string(),
  produces: 'text/html',
  errors: ['unsubscribe_link_invalid', 'body_too_large'],
  example: { params: examplePath, body: { mail: 'some', shown: ['newsletter'], want: ['newsletter'] } },
});

export const unsubscribeRoutes = [
  getUnsubscribePageRoute,
  unsubscribeRoute,
  getMailPreferencesRoute,
  setMailPreferencesRoute,
];
