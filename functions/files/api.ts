import { api } from '../../shared/platform/api.ts';
import { createFileOperation } from './operations/create-file.ts';
import { createFileVersionOperation } from './operations/create-file-version.ts';
import { deleteFileOperation } from './operations/delete-file.ts';
import { downloadFileOperation } from './operations/download-file.ts';
import { getFileOperation } from './operations/get-file.ts';
import { listFileHistoryOperation } from './operations/list-file-history.ts';
import { listFilesOperation } from './operations/list-files.ts';
import { patchFileOperation } from './operations/patch-file.ts';
import { restoreFileOperation } from './operations/restore-file.ts';
import { setScanResultOperation } from './operations/set-scan-result.ts';

export const handler = api([
  createFileOperation,
  createFileVersionOperation,
  listFilesOperation,
  getFileOperation,
  downloadFileOperation,
  patchFileOperation,
  deleteFileOperation,
  restoreFileOperation,
  setScanResultOperation,
  listFileHistoryOperation,
]);
