import { defineRoute } from '../core/route.ts';
import { linkPage, oneClick } from './link-page.ts';
import { ChosenPreferences } from './preferences.ts';

const examplePath = {
  token: '01KAPRM3V5Z8Y7Q2W4X6T9N1BC.r1P0hQ3XnB0Yc2o8k4W5s6T7u8V9w0X1y2Z3a4B5c6D.e7F8g9H0i1J2k3L4m5N6o7',
};

export const getUnsubscribePageRoute = defineRoute({
  ...linkPage,
  operationId: 'getUnsubscribePage',
  method: 'GET',
  path: '/v1/unsubscribe/{token}',
  summary: 'The page behind the link in a marketing mail',
  description: 'Has a button. Opening it changes nothing, because programs open links too.',
  errors: ['unsubscribe_link_invalid'],
  example: { params: examplePath },
});

export const unsubscribeRoute = defineRoute({
  ...oneClick,
  operationId: 'unsubscribe',
  path: '/v1/unsubscribe/{token}',
  summary: 'Unsubscribe by one click',
  description:
    'What the page’s button and a mail program’s own button send (RFC 8058). The address gets no marketing mail from this workspace any more. May be repeated.',
  example: { params: examplePath, body: { 'List-Unsubscribe': 'One-Click' } },
});

export const getMailPreferencesRoute = defineRoute({
  ...linkPage,
  operationId: 'getMailPreferences',
  method: 'GET',
  path: '/v1/mail-preferences/{token}',
  summary: 'The page on which somebody says what mail they want',
  description:
    'Behind the second link at the foot of a marketing mail; it takes the same token. It shows each purpose that the contact has a consent for, and whether any marketing mail is to come at all, in the contact’s language (English or German).',
  errors: ['unsubscribe_link_invalid'],
  example: { params: examplePath },
});

export const setMailPreferencesRoute = defineRoute({
  ...linkPage,
  operationId: 'setMailPreferences',
  method: 'POST',
  path: '/v1/mail-preferences/{token}',
  summary: 'Say what mail one wants',
  description:
    'What the page’s form sends: `mail` says whether marketing mail is to come, `shown` which purposes stood there, `want` which of them are agreed to. Consents carry the source `preference page`. `mail=some` takes back an unsubscribing, never a bounce or a complaint. May be repeated.',
  body: ChosenPreferences,
  accepts: ['application/x-www-form-urlencoded'],
  errors: ['unsubscribe_link_invalid', 'body_too_large'],
  example: { params: examplePath, body: { mail: 'some', shown: ['newsletter'], want: ['newsletter'] } },
});

export const unsubscribeRoutes = [
  getUnsubscribePageRoute,
  unsubscribeRoute,
  getMailPreferencesRoute,
  setMailPreferencesRoute,
];
