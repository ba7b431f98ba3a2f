import * as z from 'zod';
import { HistoryEntry } from '../audit/history.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Upload } from '../core/upload.ts';
import { FileBody, FileId, FilePatch, NewFile, NewVersion } from './file.ts';
import { ParentId } from './file-parents.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const filePath = z.object({ fileId: FileId });
const examplePath = { fileId: 'fi_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const asRecord =
  'Who may is whoever may do so to the record that it is of: reading is reading, everything else is editing.';

const Begun = FileBody.extend({ upload: Upload });

export const createFileRoute = defineRoute({
  operationId: 'createFile',
  method: 'POST',
  path: '/v1/files',
  tag: 'Files',
  summary: 'Begin a file on a record',
  description: `Then send the bytes to \`upload.url\` within 15 minutes, with \`upload.headers\`. The file is \`ready\` a moment later, when its first bytes have been looked at: programs, scripts and what is not what its name says are refused (docs/files.md has the list). At most 100 MB, and 100 files a record. What never comes is gone after 24 hours. ${asRecord}`,
  access: 'signed_in',
  ...nothing,
  body: NewFile,
  status: 201,
  response: Begun,
  errors: ['reference_unknown', 'record_out_of_reach', 'contact_erased', 'record_gone', 'too_many_files'],
  example: {
    body: {
      recordId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
      name: 'Quote 2026-118.pdf',
      kind: 'quote',
      size: 48213,
    },
  },
});

export const createFileVersionRoute = defineRoute({
  operationId: 'createFileVersion',
  method: 'POST',
  path: '/v1/files/{fileId}/versions',
  tag: 'Files',
  summary: 'Begin a new version of a file',
  description:
    'As a new file is begun. Downloads get the version before until this one is ready; if it is refused they go on to. Also the way to a new URL where an upload’s has run out. At most 50 versions.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  body: NewVersion,
  status: 201,
  response: Begun,
  errors: ['file_not_found', 'record_out_of_reach', 'contact_erased', 'record_gone', 'too_many_versions'],
  example: { params: examplePath, body: { size: 51877 } },
});

export const listFilesRoute = defineRoute({
  operationId: 'listFiles',
  method: 'GET',
  path: '/v1/files',
  tag: 'Files',
  summary: 'The files of a record, newest first',
  description: 'A new file stands in the list within a second. One Query and one BatchGet a page.',
  access: 'signed_in',
  ...nothing,
  query: PageQuery.extend({ recordId: ParentId }),
  status: 200,
  response: pageOf(FileBody),
  errors: ['record_not_found', 'cursor_invalid'],
  example: { query: { recordId: 'dl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } },
});

export const getFileRoute = defineRoute({
  operationId: 'getFile',
  method: 'GET',
  path: '/v1/files/{fileId}',
  tag: 'Files',
  summary: 'A file with its versions',
  description: asRecord,
  access: 'signed_in',
  ...nothing,
  params: filePath,
  status: 200,
  response: FileBody,
  errors: ['file_not_found'],
  example: { params: examplePath },
});

export const downloadFileRoute = defineRoute({
  operationId: 'downloadFile',
  method: 'GET',
  path: '/v1/files/{fileId}/download',
  tag: 'Files',
  summary: 'A link to a file’s bytes',
  description:
    'Good for five minutes and for anybody who has it. It always downloads, under the file’s name, as what its bytes are: nothing is shown in place. `version` asks for an older one. One that waits for a scanner is only for who may `webhooks:write`.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
  status: 200,
  response: z.object({
    url: z.string(),
    expiresAt: z.iso.datetime(),
    name: z.string(),
    number: z.int(),
    size: z.int(),
    contentType: z.string().optional(),
    sha256: z.string().optional(),
  }),
  errors: ['file_not_found', 'file_version_not_found', 'file_not_ready'],
  example: { params: examplePath },
});

export const patchFileRoute = defineRoute({
  operationId: 'patchFile',
  method: 'PATCH',
  path: '/v1/files/{fileId}',
  tag: 'Files',
  summary: 'Rename a file, or say what it is',
  description: 'RFC 7396. `If-Match` holds it to the version that you read.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  body: FilePatch,
  status: 200,
  response: FileBody,
  errors: ['file_not_found', 'record_out_of_reach', 'version_mismatch'],
  example: { params: examplePath, body: { kind: 'contract' } },
});

export const deleteFileRoute = defineRoute({
  operationId: 'deleteFile',
  method: 'DELETE',
  path: '/v1/files/{fileId}',
  tag: 'Files',
  summary: 'Delete a file',
  description:
    'It is gone from its record’s list and timeline at once, and can be had back for 30 days; then its bytes are deleted.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  status: 204,
  response: z.undefined(),
  errors: ['file_not_found', 'record_out_of_reach', 'version_mismatch'],
  example: { params: examplePath },
});

export const restoreFileRoute = defineRoute({
  operationId: 'restoreFile',
  method: 'POST',
  path: '/v1/files/{fileId}/restore',
  tag: 'Files',
  summary: 'Have a deleted file back',
  description: 'Within 30 days. `file_not_found` for one that is not deleted, or gone for good.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  status: 200,
  response: FileBody,
  errors: ['file_not_found', 'record_out_of_reach', 'record_gone', 'contact_erased'],
  example: { params: examplePath },
});

export const setScanResultRoute = defineRoute({
  operationId: 'setScanResult',
  method: 'POST',
  path: '/v1/files/{fileId}/scan-result',
  tag: 'Files',
  summary: 'Say what a scanner found in a version',
  description:
    'For a scanner of your own, where the deployment is set to `scan=custom`: it hears `file.uploaded`, fetches the version and answers here. `clean` makes it ready; `infected`, and `unscannable`, refuse it and delete its bytes. The first word counts; said again, nothing changes.',
  access: 'webhooks:write',
  ...nothing,
  params: filePath,
  body: z.strictObject({
    version: z.int().min(1).describe('The number of the version that was scanned.'),
    result: z.enum(['clean', 'infected', 'unscannable']),
  }),
  status: 200,
  response: FileBody,
  errors: ['file_not_found', 'file_version_not_found', 'file_not_scanning'],
  example: { params: examplePath, body: { version: 1, result: 'clean' } },
});

export const listFileHistoryRoute = defineRoute({
  operationId: 'listFileHistory',
  method: 'GET',
  path: '/v1/files/{fileId}/history',
  tag: 'Audit',
  summary: 'The changes of a file, newest first',
  description:
    'Who changed it, when and because of what, with the fields before and after. A change stands in it within a second. One Query and one BatchGet a page.',
  access: 'signed_in',
  ...nothing,
  params: filePath,
  query: PageQuery,
  status: 200,
  response: pageOf(HistoryEntry),
  errors: ['file_not_found', 'cursor_invalid'],
  example: { params: examplePath },
});

export const fileRoutes = [
  createFileRoute,
  createFileVersionRoute,
  listFilesRoute,
  getFileRoute,
  downloadFileRoute,
  patchFileRoute,
  deleteFileRoute,
  restoreFileRoute,
  setScanResultRoute,
  listFileHistoryRoute,
];
