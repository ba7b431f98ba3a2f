import { api } from '../../shared/platform/api.ts';
import { eraseContactOperation } from './operations/erase-contact.ts';
import { exportContactOperation } from './operations/export-contact.ts';
import { getErasureOperation } from './operations/get-erasure.ts';
import { getExportOperation } from './operations/get-export.ts';
import { listErasuresOperation } from './operations/list-erasures.ts';

export const handler = api([
  eraseContactOperation,
  listErasuresOperation,
  getErasureOperation,
  exportContactOperation,
  getExportOperation,
]);
