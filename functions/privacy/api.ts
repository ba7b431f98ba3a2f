import { api } from '../../shared/platform/api.ts';
import { createDataExportOperation } from '../exports/operations/create-data-export.ts';
import { createWorkspaceExportOperation } from '../exports/operations/create-workspace-export.ts';
import { deleteDataExportOperation } from '../exports/operations/delete-data-export.ts';
import { getDataExportOperation } from '../exports/operations/get-data-export.ts';
import { listDataExportsOperation } from '../exports/operations/list-data-exports.ts';
import { eraseContactOperation } from './operations/erase-contact.ts';
import { exportContactOperation } from './operations/export-contact.ts';
import { getErasureOperation } from './operations/get-erasure.ts';
import { getExportOperation } from './operations/get-export.ts';
import { listErasuresOperation } from './operations/list-erasures.ts';

/** What leaves Rapport as a file, of a person or of many records, and what is forgotten, share a function and a bucket. */
export const handler = api([
  eraseContactOperation,
  listErasuresOperation,
  getErasureOperation,
  exportContactOperation,
  getExportOperation,
  listDataExportsOperation,
  createDataExportOperation,
  createWorkspaceExportOperation,
  getDataExportOperation,
  deleteDataExportOperation,
]);
