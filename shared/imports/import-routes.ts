import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Upload } from '../core/upload.ts';
import { CheckedRow, RowOutcome } from './checked-row.ts';
import { ImportBody, ImportPatch, NewImport, ReadImport } from './import.ts';
import { ImportRow } from './import-object-store.ts';

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
  errors: ['import_not_found', 'import_busy', 'import_file_missing', 'version_mismatch'],
  example: { params, body: {} },
});

export const patchImportRoute = defineRoute({
  operationId: 'patchImport',
  method: 'PATCH',
  path: '/v1/imports/{importId}',
  tag: 'Imports',
  summary: 'Say which column is which field',
  description: 'The mapping is replaced as a whole. What no column is mapped to is left out.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  body: ImportPatch,
  status: 200,
  response: ImportBody,
  errors: ['import_not_found', 'import_not_read', 'version_mismatch'],
  example: { params, body: { mapping: [{ column: 0, field: 'firstName' }] } },
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
    'In the background, by the mapping that there is: `status` is `checked` when every row was cleaned and looked up, and `check` counts them. A row is the record that has its key already (an address, a domain, a SKU, a number, an `externalId`), the same as one before it in the file, invalid, or new.',
  access: 'imports:write',
  ...nothing,
  params: importPath,
  status: 202,
  response: ImportBody,
  errors: ['import_not_found', 'import_busy', 'import_not_read', 'import_unmapped', 'version_mismatch'],
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
  deleteImportRoute,
];
