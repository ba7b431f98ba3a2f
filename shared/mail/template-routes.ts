import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { MailDraft } from './contact-mail.ts';
import { mergeFields } from './merge-field-names.ts';
import { NewTemplate, TemplateBody, TemplatePatch } from './template.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const templatePath = z.object({ templateId: idOf('template') });
const examplePath = { templateId: 'tp_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const blanks = `Blanks are written \`{{contact.firstName}}\`, or \`{{contact.firstName|there}}\` with what stands there when the field is empty. There are: ${mergeFields.map((field) => `\`${field}\``).join(', ')}, and custom fields by their keys, like \`contact.custom.plan\` and \`deal.custom.plan\`. Values are escaped in HTML; a template holds no code. A first or last name that is a web address counts as empty.`;

const previewed =
  'Sends and stores nothing, so it can be repeated. Blanks of a contact or a deal that is not named hold examples. `missing` lists those for which nothing is known, and where they stand: a mail to the contact would be refused for them.';
const Preview = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  missing: z.array(z.object({ field: z.string(), pointer: z.string() })),
});

export const createTemplateRoute = defineRoute({
  operationId: 'createTemplate',
  method: 'POST',
  path: '/v1/templates',
  tag: 'Templates',
  summary: 'Make a mail template',
  description: `${blanks} An unknown blank is refused with its pointer (\`merge_field_unknown\`). Send an Idempotency-Key to retry safely.`,
  access: 'templates:write',
  ...nothing,
  body: NewTemplate,
  status: 201,
  response: TemplateBody,
  errors: ['validation_failed'],
  example: {
    body: {
      name: 'Welcome',
      subject: 'Thank you, {{contact.firstName|and hello}}',
      text: 'Hello {{contact.firstName|there}},\n\nthank you for writing to {{workspace.name}}. {{owner.name|We}} will answer within a day.',
      marketing: false,
    },
  },
});

export const listTemplatesRoute = defineRoute({
  operationId: 'listTemplates',
  method: 'GET',
  path: '/v1/templates',
  tag: 'Templates',
  summary: 'Mail templates by name',
  access: 'templates:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(TemplateBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const getTemplateRoute = defineRoute({
  operationId: 'getTemplate',
  method: 'GET',
  path: '/v1/templates/{templateId}',
  tag: 'Templates',
  summary: 'A mail template',
  access: 'templates:read',
  ...nothing,
  params: templatePath,
  status: 200,
  response: TemplateBody,
  errors: ['template_not_found'],
  example: { params: examplePath },
});

export const patchTemplateRoute = defineRoute({
  operationId: 'patchTemplate',
  method: 'PATCH',
  path: '/v1/templates/{templateId}',
  tag: 'Templates',
  summary: 'Change a mail template',
  description: `RFC 7396; \`"html": null\` has it made of the text again. A mail may still go out as the template was up to 30 s ago. \`If-Match\` holds it to the version that you read.`,
  access: 'templates:write',
  ...nothing,
  params: templatePath,
  body: TemplatePatch,
  status: 200,
  response: TemplateBody,
  errors: ['template_not_found', 'validation_failed', 'version_mismatch'],
  example: { params: examplePath, body: { subject: 'Thank you, {{contact.firstName|and welcome}}' } },
});

export const deleteTemplateRoute = defineRoute({
  operationId: 'deleteTemplate',
  method: 'DELETE',
  path: '/v1/templates/{templateId}',
  tag: 'Templates',
  summary: 'Delete a mail template',
  description:
    'A form or mailbox that still names it sends no welcome mail; each is listed among the outbound mails as `skipped` with the reason `template_missing`.',
  access: 'templates:write',
  ...nothing,
  params: templatePath,
  status: 204,
  response: z.undefined(),
  errors: ['template_not_found', 'version_mismatch'],
  example: { params: examplePath },
});

export const previewTemplateRoute = defineRoute({
  operationId: 'previewTemplate',
  method: 'POST',
  path: '/v1/templates/{templateId}/preview',
  tag: 'Templates',
  summary: 'A mail template as a contact would get it',
  description: previewed,
  access: 'templates:read',
  ...nothing,
  params: templatePath,
  body: z.strictObject({ contactId: idOf('contact').optional(), dealId: idOf('deal').optional() }),
  status: 200,
  response: Preview,
  errors: ['template_not_found', 'contact_not_found', 'deal_not_found'],
  example: { params: examplePath, body: { contactId: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const previewMailRoute = defineRoute({
  operationId: 'previewMail',
  method: 'POST',
  path: '/v1/templates/preview',
  tag: 'Templates',
  summary: 'A text with blanks as a contact would get it, before it is saved or sent',
  description: previewed,
  access: 'templates:read',
  ...nothing,
  body: MailDraft,
  status: 200,
  response: Preview,
  errors: ['validation_failed', 'contact_not_found', 'deal_not_found'],
  example: { body: { subject: 'Hello', text: 'Hello {{contact.firstName|there}}' } },
});

export const templateRoutes = [
  createTemplateRoute,
  listTemplatesRoute,
  getTemplateRoute,
  patchTemplateRoute,
  deleteTemplateRoute,
  previewTemplateRoute,
  previewMailRoute,
];
