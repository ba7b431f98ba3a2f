import { api } from '../../shared/platform/api.ts';
import { checkImportOperation } from './operations/check-import.ts';
import { createImportOperation } from './operations/create-import.ts';
import { deleteImportOperation } from './operations/delete-import.ts';
import { getImportOperation } from './operations/get-import.ts';
import { listCheckedRowsOperation } from './operations/list-checked-rows.ts';
import { listImportRowsOperation } from './operations/list-import-rows.ts';
import { listImportsOperation } from './operations/list-imports.ts';
import { patchImportOperation } from './operations/patch-import.ts';
import { readImportOperation } from './operations/read-import.ts';

export const handler = api([
  listImportsOperation,
  createImportOperation,
  getImportOperation,
  readImportOperation,
  patchImportOperation,
  listImportRowsOperation,
  checkImportOperation,
  listCheckedRowsOperation,
  deleteImportOperation,
]);
