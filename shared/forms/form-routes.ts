import * as z from 'zod';
import { SubmissionDetails } from '../activities/activity.ts';
import { ContactBody } from '../contacts/contact.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { veilRecord } from '../core/veil.ts';
import { Form, FormPatch, NewForm } from './form.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const formPath = z.object({ formId: idOf('form') });
const examplePath = { formId: 'fm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const FormBody = Form.omit({ workspaceId: true }).extend({
  snippet: z.string().describe('HTML to copy into a page.'),
});
const FormPage = FormBody.extend({
  trapped: z.object({ honeypot: z.int() }).describe('How many posts of machines were thrown away.'),
});
const references = ['reference_unknown', 'stage_unknown', 'stage_closed', 'stage_fields_missing'] as const;

export const createFormRoute = defineRoute({
  operationId: 'createForm',
  method: 'POST',
  path: '/v1/forms',
  tag: 'Forms',
  summary: 'Make a form',
  description:
    'Each field fills a field of the contact, a custom one, or the text of the submission. The answer has the public `formKey` and a `snippet` to copy into a page. Send an Idempotency-Key to retry safely.',
  access: 'forms:write',
  ...nothing,
  body: NewForm,
  status: 201,
  response: FormBody,
  errors: references,
  example: {
    body: {
      name: 'Ask for a quote',
      fields: [
        { name: 'firstName', label: 'First name', target: 'firstName' },
        { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
        { name: 'budget', label: 'Budget', type: 'number', target: 'custom.budget' },
        { name: 'message', label: 'How can we help?', type: 'textarea', target: 'message' },
      ],
      allowedOrigins: ['https://www.example.com'],
      tags: ['website'],
      opensDeal: {},
    },
  },
});

export const listFormsRoute = defineRoute({
  operationId: 'listForms',
  method: 'GET',
  path: '/v1/forms',
  tag: 'Forms',
  summary: 'Forms, newest first',
  description: 'A new form stands in the list within a second.',
  access: 'forms:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(FormBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const getFormRoute = defineRoute({
  operationId: 'getForm',
  method: 'GET',
  path: '/v1/forms/{formId}',
  tag: 'Forms',
  summary: 'A form with its snippet',
  access: 'forms:read',
  ...nothing,
  params: formPath,
  status: 200,
  response: FormPage,
  showsMore: true,
  errors: ['form_not_found'],
  example: { params: examplePath },
});

export const patchFormRoute = defineRoute({
  operationId: 'patchForm',
  method: 'PATCH',
  path: '/v1/forms/{formId}',
  tag: 'Forms',
  summary: 'Change or close a form',
  description:
    'RFC 7396: a field left out stays, null clears it, a list replaces the list; `owner` is replaced as a whole. What is posted follows the change within 30 seconds. `If-Match` holds it to the version that you read.',
  access: 'forms:write',
  ...nothing,
  params: formPath,
  body: FormPatch,
  status: 200,
  response: FormBody,
  errors: ['form_not_found', 'version_mismatch', ...references],
  example: { params: examplePath, body: { status: 'closed' } },
});

export const deleteFormRoute = defineRoute({
  operationId: 'deleteForm',
  method: 'DELETE',
  path: '/v1/forms/{formId}',
  tag: 'Forms',
  summary: 'Delete a form',
  description: 'What was sent with it stays on its contacts. Deleting it again answers `form_not_found`.',
  access: 'forms:write',
  ...nothing,
  params: formPath,
  status: 204,
  response: z.undefined(),
  errors: ['form_not_found', 'version_mismatch'],
  example: { params: examplePath },
});

const Submission = SubmissionDetails.omit({ visitorId: true }).extend({
  submissionId: idOf('activity'),
  at: z.iso.datetime(),
  contactId: idOf('contact'),
  dealIds: z.array(idOf('deal')),
  message: z.string().optional(),
});

export const listSubmissionsRoute = defineRoute({
  operationId: 'listSubmissions',
  method: 'GET',
  path: '/v1/submissions',
  tag: 'Forms',
  summary: 'What was sent with a form, newest first',
  description:
    '`differing` holds what the visitor wrote where the contact already has something else; a person accepts it with `acceptSubmission`. A new submission stands in the list within a second.',
  access: 'submissions:read',
  ...nothing,
  query: PageQuery.extend({ formId: idOf('form') }),
  status: 200,
  response: pageOf(Submission),
  errors: ['form_not_found', 'cursor_invalid'],
  example: { query: { ...examplePath, limit: 50 } },
});

export const acceptSubmissionRoute = defineRoute({
  operationId: 'acceptSubmission',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/accept',
  tag: 'Forms',
  summary: 'Put what a submission says differently on its contact',
  description:
    'A public form fills only empty fields; this overwrites the named ones with what the visitor wrote. Answers the contact. Safe to repeat: what is accepted already is left as it is.',
  access: 'contacts:edit',
  ...nothing,
  params: z.object({ submissionId: idOf('activity') }),
  body: z.strictObject({ fields: z.array(z.string().max(80)).min(1).max(100) }),
  status: 200,
  veil: veilRecord('contact'),
  response: ContactBody,
  errors: ['submission_not_found', 'contact_not_found', 'field_forbidden', 'field_not_differing'],
  example: {
    params: { submissionId: 'ac_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' },
    body: { fields: ['company', 'custom.budget'] },
  },
});

export const formRoutes = [
  createFormRoute,
  listFormsRoute,
  getFormRoute,
  patchFormRoute,
  deleteFormRoute,
  listSubmissionsRoute,
  acceptSubmissionRoute,
];
