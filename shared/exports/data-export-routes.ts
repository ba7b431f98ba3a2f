import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { DataExportBody, NewDataExport } from './data-export.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Exports';
const exportPath = z.object({ dataExportId: idOf('dataExport') });
const params = { dataExportId: 'dx_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listDataExportsRoute = defineRoute({
  operationId: 'listDataExports',
  method: 'GET',
  path: '/v1/data-exports',
  tag,
  summary: 'My exports, newest first',
  description: 'Those that were asked for with the same credential: a key has its own.',
  access: 'signed_in',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(DataExportBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 50 } },
});

export const createDataExportRoute = defineRoute({
  operationId: 'createDataExport',
  method: 'POST',
  path: '/v1/data-exports',
  tag,
  summary: 'Have records written into a file',
  description:
    'What the kind’s list answers to the same filter, of any length, in the order in which the records were made: those that you may read and export, without the fields that your roles hide of each. It is written in the background with the rights that you have while it is written (`GET /v1/data-exports/{dataExportId}`), and kept for seven days. At most five of yours are written at once. Send an Idempotency-Key to retry safely.',
  access: 'signed_in',
  ...nothing,
  body: NewDataExport,
  status: 202,
  response: DataExportBody,
  errors: [
    'permission_missing',
    'condition_invalid',
    'field_forbidden',
    'segment_not_found',
    'view_not_found',
    'too_many_exports',
  ],
  example: {
    body: {
      kind: 'contact',
      format: 'csv',
      filter: { tags: 'fair' },
      columns: ['firstName', 'lastName', 'emails'],
    },
  },
});

export const createWorkspaceExportRoute = defineRoute({
  operationId: 'createWorkspaceExport',
  method: 'POST',
  path: '/v1/data-exports/workspace',
  tag,
  summary: 'Have all there is of the workspace written into one archive',
  description:
    'A ZIP of JSON Lines, a file for each kind of record and setting, with a manifest. For who may read and export every record with all its fields, and read all settings. No keys, secrets or credentials are in it. An operator can read it into an empty workspace again. Send an Idempotency-Key to retry safely.',
  access: 'workspaces:write',
  ...nothing,
  body: z.strictObject({}),
  status: 202,
  response: DataExportBody,
  errors: ['permission_missing', 'too_many_exports'],
  example: { body: {} },
});

export const getDataExportRoute = defineRoute({
  operationId: 'getDataExport',
  method: 'GET',
  path: '/v1/data-exports/{dataExportId}',
  tag,
  summary: 'How far an export is, with a link to its file once it is there',
  description:
    'Only for who asked for it, while they may export records of the kind. The link is good for five minutes; each one that is given out stands in the audit log.',
  access: 'signed_in',
  ...nothing,
  params: exportPath,
  status: 200,
  response: DataExportBody,
  showsMore: true,
  errors: ['data_export_not_found', 'permission_missing'],
  example: { params },
});

export const deleteDataExportRoute = defineRoute({
  operationId: 'deleteDataExport',
  method: 'DELETE',
  path: '/v1/data-exports/{dataExportId}',
  tag,
  summary: 'Cancel an export, or delete its file',
  description: 'The file is gone at once, and links to it with it.',
  access: 'signed_in',
  ...nothing,
  params: exportPath,
  status: 204,
  response: z.undefined(),
  errors: ['data_export_not_found', 'version_mismatch'],
  example: { params },
});

export const dataExportRoutes = [
  listDataExportsRoute,
  createDataExportRoute,
  createWorkspaceExportRoute,
  getDataExportRoute,
  deleteDataExportRoute,
];
