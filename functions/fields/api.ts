import { api } from '../../shared/platform/api.ts';
import { createFieldOperation } from './operations/create-field.ts';
import { deleteFieldOperation } from './operations/delete-field.ts';
import { getFieldOperation } from './operations/get-field.ts';
import { listFieldsOperation } from './operations/list-fields.ts';
import { patchFieldOperation } from './operations/patch-field.ts';

export const handler = api([
  listFieldsOperation,
  createFieldOperation,
  getFieldOperation,
  patchFieldOperation,
  deleteFieldOperation,
]);
