import * as z from 'zod';
import { defineRoute } from '../core/route.ts';

const formKeyPath = z.object({ formKey: z.string().max(100).describe('`fk_` and 22 letters and digits.') });
const nothing = { params: formKeyPath, query: z.object({}), body: z.object({}) };
const examplePath = { formKey: 'fk_4mTq9ZxLw2PbNc7RyHsKd1' };
const Receipt = z.object({
  submissionId: z.string(),
  receivedAt: z.iso.datetime(),
  message: z.string(),
  redirectUrl: z.string().optional(),
});
const unavailable = ['form_not_found', 'form_closed', 'origin_not_allowed'] as const;

export const submitFormRoute = defineRoute({
  operationId: 'submitForm',
  method: 'POST',
  path: '/v1/forms/{formKey}/submissions',
  tag: 'Public forms',
  summary: 'Send a form',
  description:
    'The form’s fields by their names, in any of three media types; other names are left out. `_pageUrl`, `_referrer`, `_nonce`, `_token` and `_visitorId` are the script’s. The same post within ten minutes (the same `Idempotency-Key`, else the same fields) gets the same answer and is stored once. A browser gets a 303 to the form’s redirect or a page of thanks, and its errors as a page. No answer tells whether an address is known. Files are refused; an empty file input is nothing.',
  access: 'public',
  ...nothing,
  body: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
  ),
  accepts: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
  status: 201,
  response: Receipt,
  hidesCost: true, // a known address costs a request more
  errors: [
    ...unavailable,
    'validation_failed',
    'multipart_malformed',
    'body_too_large',
    'media_type_unsupported',
    'fill_time_short',
    'fill_time_unknown',
    'idempotency_key_reused',
    'too_many_submissions',
    'busy',
  ],
  example: {
    params: examplePath,
    body: { firstName: 'Ada', email: 'ada@engines.example', message: 'Ten by spring, please.' },
    response: {
      submissionId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      receivedAt: '2026-11-22T12:00:00.000Z',
      message: 'Thank you. We have got your message and will be in touch.',
    },
  },
});

const preflight = {
  method: 'OPTIONS',
  tag: 'Public forms',
  description: 'The CORS preflight (fetch.spec.whatwg.org); allows what the form’s `allowedOrigins` say.',
  access: 'public',
  ...nothing,
  status: 204,
  response: z.undefined(),
  errors: unavailable,
  example: { params: examplePath },
} as const;
export const preflightSubmissionRoute = defineRoute({
  ...preflight,
  operationId: 'preflightSubmission',
  path: '/v1/forms/{formKey}/submissions',
  summary: 'Whether a page may send the form by script',
});
export const preflightPageViewRoute = defineRoute({
  ...preflight,
  operationId: 'preflightPageView',
  path: '/v1/forms/{formKey}/page-views',
  summary: 'Whether a page may send page views',
});

export const getFillTimeRoute = defineRoute({
  operationId: 'getFillTime',
  method: 'GET',
  path: '/v1/forms/{formKey}/fill-time',
  tag: 'Public forms',
  summary: 'The signed moment at which a page opened',
  description:
    'The script sends it back as `_token`, for a form with a minimum fill time. Good for 24 hours.',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.object({ token: z.string() }),
  errors: unavailable,
  example: { params: examplePath },
});

export const sendPageViewRoute = defineRoute({
  operationId: 'sendPageView',
  method: 'POST',
  path: '/v1/forms/{formKey}/page-views',
  tag: 'Public forms',
  summary: 'Say that a visitor who consented looks at a page',
  description:
    'Kept for 30 days under the visitor’s random id; it joins the contact once the visitor sends the form. JSON under any media type, so that a browser can send it without asking first.',
  access: 'public',
  ...nothing,
  body: z.object({
    visitorId: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    title: z.string().max(300).optional(),
    referrer: z.string().max(2000).optional(),
  }),
  accepts: ['application/json', 'text/plain'],
  status: 204,
  response: z.undefined(),
  errors: [...unavailable, 'too_many_submissions', 'body_too_large', 'json_malformed'],
  example: {
    params: examplePath,
    body: { visitorId: 'v_4mTq9ZxLw2PbNc7RyHsKd1', url: 'https://www.example.com/prices', title: 'Prices' },
  },
});

export const getEmbedScriptRoute = defineRoute({
  operationId: 'getEmbedScript',
  method: 'GET',
  path: '/forms/{formKey}/embed.js',
  tag: 'Public forms',
  summary: 'The script that makes a `<form data-rapport>` of any page work',
  description:
    'Without dependencies. It sends the form by fetch, shows its answer or its faults, and keeps what was typed. Page views are sent only with consent: `data-rapport-consent` on the script, or `window.rapport.consent(true)`.',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.string(),
  produces: 'text/javascript',
  errors: unavailable,
  example: { params: examplePath },
});

export const getThanksRoute = defineRoute({
  operationId: 'getThanks',
  method: 'GET',
  path: '/forms/{formKey}/thanks',
  tag: 'Public forms',
  summary: 'The page that a browser is sent to after a form without a redirect',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.string(),
  produces: 'text/html',
  errors: unavailable,
  example: { params: examplePath },
});

export const publicFormRoutes = [
  submitFormRoute,
  preflightSubmissionRoute,
  preflightPageViewRoute,
  getFillTimeRoute,
  sendPageViewRoute,
  getEmbedScriptRoute,
  getThanksRoute,
];
