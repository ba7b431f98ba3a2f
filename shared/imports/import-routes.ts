import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Upload } from '../core/upload.ts';
import { CheckedRow, RowOutcome } from './checked-row.ts';
import { CheckImport, ImportBody, ImportPatch, NewImport, ReadImport, RunImport } from './import.ts';
import { ImportRow } from './import-object-store.ts';
import { AnyResult, RowResult } from './row-result.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const importPath = z.object({ importId: idOf('import') });
const params = { importId: 'im_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listImportsRoute = defineRoute({
  operationId: 'listImports',
  method: 'GET',
  path: '/v1/imports',
  tag: 'Imports',
  summary: 'The workspace’s imports, newest first',
  access: 'imports:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(ImportBody),
  errors: ['cursor_invalid'],
  example: { query: {} },
});

export const createImportRoute = defineRoute({
  operationId: 'createImport',
  method: 'POST',
  path: '/v1/imports',
  tag: 'Imports',
  summary: 'Begin an import of a file',
  description:
    'CSV of any delimiter and encoding, XLSX or vCard, at most 256 MiB. Send the bytes to `upload.url` within 15 minutes, with `upload.headers`, then have it read (`POST …/read`). Nothing is made of its rows by this. It is for who may make records of the kind, too. Send an Idempotency-Key to retry safely.',
  access: 'imports:write',
  ...nothing,
  body: NewImport,
  status: 201,
  response: ImportBody.extend({ upload: Upload }),
  errors: [],
  example: { body: { kind: 'contact', name: 'contacts.csv', size: 48213 } },
});

export const getImportRoute = defineRoute({
  operationId: 'getImport',
  method: 'GET',
  path: '/v1/imports/{importId}',
  tag: 'Imports',
  summary: 'An import and how far it is',
  access: 'imports:read',
  ...nothing,
  params: importPath,
  status: 200,
  response: ImportBody,
  errors: ['import_not_found'],
  example: { params },
});

export const readImportRoute = defineRoute({
  operationId: 'readImport',
  method: 'POST',
  path: '/v1/imports/{importId}/read',
  tag: 'Imports',
  summary: 'Have the file read that was sent',
  description:
    'In the background: `status` is `read` when its format was seen, every row was looked at and each column has a suggestion for its field, or `failed` with a `failure`. With `format` it is read by that, in place of what was seen. May be asked for again, but not while it is being read.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  body: ReadImport,
  status: 202,
  response: ImportBody,
  errors: ['import_not_found', 'import_busy', 'import_file_missing', 'import_has_run', 'version_mismatch'],
  example: { params, body: {} },
});

export const patchImportRoute = defineRoute({
  operationId: 'patchImport',
  method: 'PATCH',
  path: '/v1/imports/{importId}',
  tag: 'Imports',
  summary: 'Say which column is which field, and what is meant otherwise than it is written',
  description:
    'The mapping is replaced as a whole, and so are the replacements. What no column is mapped to is left out. A replacement holds for every row: it is how a suggestion of the dry run is taken.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  body: ImportPatch,
  status: 200,
  response: ImportBody,
  errors: ['import_not_found', 'import_busy', 'import_not_read', 'import_has_run', 'version_mismatch'],
  example: {
    params,
    body: {
      mapping: [{ column: 0, field: 'firstName' }],
      replacements: [{ field: 'email', from: 'hedy@gmial.com', to: 'hedy@gmail.com' }],
    },
  },
});

export const listImportRowsRoute = defineRoute({
  operationId: 'listImportRows',
  method: 'GET',
  path: '/v1/imports/{importId}/rows',
  tag: 'Imports',
  summary: 'The rows of the file as they were read',
  access: 'imports:read',
  ...nothing,
  params: importPath,
  query: PageQuery,
  status: 200,
  response: pageOf(ImportRow),
  errors: ['import_not_found', 'import_not_read', 'cursor_invalid'],
  example: { params, query: { limit: 25 } },
});

export const checkImportRoute = defineRoute({
  operationId: 'checkImport',
  method: 'POST',
  path: '/v1/imports/{importId}/check',
  tag: 'Imports',
  summary: 'Try out what each row would become, and make nothing',
  description:
    'In the background, by the mapping that there is: `status` is `checked` when every row was cleaned and looked up, and `check` counts them. A row is the record that has its key already (an address, a domain, a SKU, a number, an `externalId`), the same as one before it in the file, invalid, or new. What a row names (a colleague, a company, a stage, a product) is looked up in your reach.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  body: CheckImport,
  status: 202,
  response: ImportBody,
  errors: [
    'import_not_found',
    'import_busy',
    'import_not_read',
    'import_unmapped',
    'import_has_run',
    'version_mismatch',
  ],
  example: { params, body: { mode: 'upsert' } },
});

export const runImportRoute = defineRoute({
  operationId: 'runImport',
  method: 'POST',
  path: '/v1/imports/{importId}/run',
  tag: 'Imports',
  summary: 'Make of each row what the dry run said',
  description:
    'In the background, in your name and by your rights as they are then: `run` counts the rows that are done, and `status` is `done` in the end. One that was stopped or has failed goes on where it was. No row is made twice, whatever stops and repeats. No mail is sent, and webhooks are told of nothing unless `tells` is true.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  body: RunImport,
  status: 202,
  response: ImportBody,
  errors: ['import_not_found', 'import_busy', 'import_not_checked', 'import_expired', 'version_mismatch'],
  example: { params, body: {} },
});

export const stopImportRoute = defineRoute({
  operationId: 'stopImport',
  method: 'POST',
  path: '/v1/imports/{importId}/stop',
  tag: 'Imports',
  summary: 'Stop a run',
  description:
    'It stops behind the 500 rows that it is at: `status` is `stopped` then. Run it again to go on, or undo what was made.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  status: 202,
  response: ImportBody,
  errors: ['import_not_found', 'import_not_running', 'version_mismatch'],
  example: { params },
});

export const undoImportRoute = defineRoute({
  operationId: 'undoImport',
  method: 'POST',
  path: '/v1/imports/{importId}/undo',
  tag: 'Imports',
  summary: 'Take back what an import has made',
  description:
    'In the background: what was made goes to the trash, where it can be had back for 30 days, and what was changed gets its old values back, field by field. What somebody has changed since stays as it is, and is listed (`…/results?result=kept`). Possible for 30 days.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  status: 202,
  response: ImportBody,
  errors: [
    'import_not_found',
    'import_busy',
    'import_expired',
    'import_not_run',
    'version_mismatch',
    'permission_missing',
  ],
  example: { params },
});

export const listImportResultsRoute = defineRoute({
  operationId: 'listImportResults',
  method: 'GET',
  path: '/v1/imports/{importId}/results',
  tag: 'Imports',
  summary: 'The rows by what became of them',
  description:
    'When a run is done or was stopped, and when it was undone: `created`, `updated`, `unchanged`, `skipped`, `failed`; `removed`, `restored`, `kept`, `stuck`.',
  access: 'imports:read',
  ...nothing,
  params: importPath,
  query: PageQuery.extend({ result: AnyResult.default('failed') }),
  status: 200,
  response: pageOf(RowResult),
  errors: ['import_not_found', 'import_not_run', 'import_busy', 'import_halfway', 'cursor_invalid'],
  example: { params, query: { result: 'failed' } },
});

export const getImportErrorsRoute = defineRoute({
  operationId: 'getImportErrors',
  method: 'GET',
  path: '/v1/imports/{importId}/errors',
  tag: 'Imports',
  summary: 'The rows of which nothing was made, as a file to be mended',
  description:
    'A link for five minutes to a CSV: the rows as they stood in the file, with why nothing was made of them in a last column. Mended, it can be imported again.',
  access: 'imports:read',
  ...nothing,
  params: importPath,
  status: 200,
  response: z.object({ rows: z.int(), url: z.string() }),
  errors: ['import_not_found', 'import_not_run', 'import_busy', 'import_halfway'],
  example: { params },
});

export const listCheckedRowsRoute = defineRoute({
  operationId: 'listCheckedRows',
  method: 'GET',
  path: '/v1/imports/{importId}/checked-rows',
  tag: 'Imports',
  summary: 'The rows by what they would become',
  description:
    'Each with what was cleaned, what could not be read and is left out, and what was probably meant.',
  access: 'imports:read',
  ...nothing,
  params: importPath,
  query: PageQuery.extend({ outcome: RowOutcome.default('invalid') }),
  status: 200,
  response: pageOf(CheckedRow),
  errors: ['import_not_found', 'import_not_checked', 'cursor_invalid'],
  example: { params, query: { outcome: 'new' } },
});

export const deleteImportRoute = defineRoute({
  operationId: 'deleteImport',
  method: 'DELETE',
  path: '/v1/imports/{importId}',
  tag: 'Imports',
  summary: 'Delete an import with its file and all that was read of it',
  description: 'Without it the file goes after 30 days.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  status: 204,
  response: z.undefined(),
  errors: ['import_not_found', 'import_busy', 'version_mismatch'],
  example: { params },
});

export const importRoutes = [
  listImportsRoute,
  createImportRoute,
  getImportRoute,
  readImportRoute,
  patchImportRoute,
  listImportRowsRoute,
  checkImportRoute,
  listCheckedRowsRoute,
  runImportRoute,
  stopImportRoute,
  undoImportRoute,
  listImportResultsRoute,
  getImportErrorsRoute,
  deleteImportRoute,
];
