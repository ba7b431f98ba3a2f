import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRoute } from '../core/route.ts';
import { CustomKind } from './custom.ts';
import { FieldBody, FieldPatch, NewField } from './field.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const fieldPath = z.object({ fieldId: idOf('field') });
const examplePath = { fieldId: 'fd_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listFieldsRoute = defineRoute({
  operationId: 'listFields',
  method: 'GET',
  path: '/v1/fields',
  tag: 'Fields',
  summary: 'The custom fields of one kind of record, or of all, in their order',
  description:
    'All of them at once, those in the archive too: a kind has at most 100. One that was made a moment ago is among them.',
  access: 'fields:read',
  ...nothing,
  query: z.strictObject({ of: CustomKind.optional() }),
  status: 200,
  response: z.object({ items: z.array(FieldBody) }),
  example: { query: { of: 'contact' } },
});

export const createFieldRoute = defineRoute({
  operationId: 'createField',
  method: 'POST',
  path: '/v1/fields',
  tag: 'Fields',
  summary: 'Add a custom field to a kind of record',
  description:
    'Records take it at once, as `custom.<key>`, and `/v1/openapi.json` has its type. Records that are there stay as they are: what is required is asked of new ones, and nobody can clear it. Values that were sent under the key before it was a field are held to it when they change. Send an Idempotency-Key to retry safely.',
  access: 'fields:write',
  ...nothing,
  body: NewField,
  status: 201,
  response: FieldBody,
  errors: ['field_key_taken', 'too_many_fields', 'version_conflict'],
  example: {
    body: {
      of: 'contact',
      key: 'plan',
      label: 'Plan',
      labels: { de: 'Tarif' },
      type: 'choice',
      options: [
        { value: 'basic', label: 'Basic', archived: false },
        { value: 'pro', label: 'Professional', archived: false },
      ],
      default: 'basic',
      help: 'What they pay for.',
    },
  },
});

export const getFieldRoute = defineRoute({
  operationId: 'getField',
  method: 'GET',
  path: '/v1/fields/{fieldId}',
  tag: 'Fields',
  summary: 'A custom field',
  access: 'fields:read',
  ...nothing,
  params: fieldPath,
  status: 200,
  response: FieldBody,
  errors: ['field_not_found'],
  example: { params: examplePath },
});

export const patchFieldRoute = defineRoute({
  operationId: 'patchField',
  method: 'PATCH',
  path: '/v1/fields/{fieldId}',
  tag: 'Fields',
  summary: 'Rename a field, or change what it asks for',
  description:
    'RFC 7396; `options` replaces the list. Its kind, key, type and `unique` never change, and neither does the value of an option: what refers to them stays right when labels change. Records keep the values that they have, and are held to the new rules where a value changes, within 30 s everywhere. A field in the archive takes no values.',
  access: 'fields:write',
  ...nothing,
  params: fieldPath,
  body: FieldPatch,
  status: 200,
  response: FieldBody,
  errors: ['field_not_found', 'too_many_fields', 'version_mismatch'],
  example: { params: examplePath, body: { label: 'Tariff', required: true } },
});

export const deleteFieldRoute = defineRoute({
  operationId: 'deleteField',
  method: 'DELETE',
  path: '/v1/fields/{fieldId}',
  tag: 'Fields',
  summary: 'Delete a field that is in the archive',
  description:
    'Records keep its values as undeclared ones until somebody clears them. Its key can be used again.',
  access: 'fields:write',
  ...nothing,
  params: fieldPath,
  status: 204,
  response: z.undefined(),
  errors: ['field_not_found', 'field_not_archived', 'version_mismatch', 'version_conflict'],
  example: { params: examplePath },
});

export const fieldRoutes = [
  listFieldsRoute,
  createFieldRoute,
  getFieldRoute,
  patchFieldRoute,
  deleteFieldRoute,
];
