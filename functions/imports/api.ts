import { api } from '../../shared/platform/api.ts';
import { checkImportOperation } from './operations/check-import.ts';
import { createImportOperation } from './operations/create-import.ts';
import { deleteImportOperation } from './operations/delete-import.ts';
import { getImportOperation } from './operations/get-import.ts';
import { getImportErrorsOperation } from './operations/get-import-errors.ts';
import { listCheckedRowsOperation } from './operations/list-checked-rows.ts';
import { listImportResultsOperation } from './operations/list-import-results.ts';
import { listImportRowsOperation } from './operations/list-import-rows.ts';
import { listImportsOperation } from './operations/list-imports.ts';
import { patchImportOperation } from './operations/patch-import.ts';
import { readImportOperation } from './operations/read-import.ts';
import { runImportOperation } from './operations/run-import.ts';
import { stopImportOperation } from './operations/stop-import.ts';
import { undoImportOperation } from './operations/undo-import.ts';

export const handler = api([
  listImportsOperation,
  createImportOperation,
  getImportOperation,
  readImportOperation,
  patchImportOperation,
  listImportRowsOperation,
  checkImportOperation,
  listCheckedRowsOperation,
  runImportOperation,
  stopImportOperation,
  undoImportOperation,
  listImportResultsOperation,
  getImportErrorsOperation,
  deleteImportOperation,
]);
