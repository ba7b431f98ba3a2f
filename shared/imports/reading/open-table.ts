import { csvRecords } from './csv-records.ts';
import { damageOf, decodeText } from './decode-text.ts';
import type { CsvFormat, FileFormat, XlsxFormat } from './file-format.ts';
import type { Limits } from './limits.ts';
import { type OpenTable, tableOf } from './table-of.ts';
import { vcardTable } from './vcard-table.ts';
import { packedBytes, xlsxRecords } from './xlsx-records.ts';

type Source = AsyncIterable<Uint8Array>;

function openCsv(source: Source, format: CsvFormat): Promise<OpenTable> {
  const { bytes, isDamaged } = damageOf(source, format.encoding);
  const records = csvRecords(decodeText(bytes, format.encoding), format);
  return tableOf(records, { hasHeader: format.hasHeader, isRagged: false, isDamaged });
}

async function openXlsx(
  source: Source,
  { sheet, hasHeader }: XlsxFormat,
  limits?: Limits,
): Promise<OpenTable> {
  const records = await xlsxRecords(await packedBytes(source, limits), sheet, limits);
  return tableOf(records, { hasHeader, isRagged: true, isDamaged: () => false });
}

/**
 * A file as a table, read as its rows are asked for: memory is bounded whatever its size, a workbook's packed bytes and shared
 * texts by `limits`. A row that is broken comes with a `fault` and all that could be read of it; rows that are wholly empty
 * are left out. Throws `import_file_unreadable` of a workbook that is damaged or passes the limits, also while rows are read.
 */
export function openTable(source: Source, format: FileFormat, limits?: Limits): Promise<OpenTable> {
  switch (format.kind) {
    case 'csv':
      return openCsv(source, format);
    case 'xlsx':
      return openXlsx(source, format, limits);
    case 'vcard':
      return vcardTable(source, format.encoding);
  }
}
