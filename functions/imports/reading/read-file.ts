import type { Import } from '../../../shared/imports/import.ts';
import { fileHead, fileOf } from '../../../shared/imports/import-object-store.ts';
import { fileMissing, type Read } from '../../../shared/imports/import-steps.ts';
import { mappingBefore } from '../../../shared/imports/known-mapping-store.ts';
import { suggestMapping } from '../../../shared/imports/mapping/suggest-mapping.ts';
import { openTable } from '../../../shared/imports/reading/open-table.ts';
import { sniffFormat } from '../../../shared/imports/reading/sniff-format.ts';
import { ownFields } from '../running/own-fields.ts';
import { keepRows } from './keep-rows.ts';

/** Reads the file that was sent: its format, its rows in parts, a suggestion for each column. */
export async function readFile(one: Import): Promise<Read> {
  const [head, source] = [await fileHead(one), await fileOf(one)];
  if (!head || !source) throw fileMissing();
  const format = one.format ?? (await sniffFormat(head, one.name));
  const { columns, rows } = await openTable(source, format);
  const { count, faulty, samples } = await keepRows(one, rows);
  const suggested = suggestMapping(one.kind, columns, samples, await ownFields(one));
  const before = await mappingBefore(one, { format, columns: suggested });
  return { format, columns: suggested, rows: count, faultyRows: faulty, ...(before && { before }) };
}
