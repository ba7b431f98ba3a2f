import { fileTypeFromBuffer } from 'file-type';
import { detectEncoding } from './detect-encoding.ts';
import type { FileFormat } from './file-format.ts';
import { hasHeader } from './has-header.ts';
import { firstRecords, sniffDialect } from './sniff-dialect.ts';
import { unreadable } from './unreadable.ts';
import { xlsxHasHeader } from './xlsx-has-header.ts';

/** How much of a file is looked at. */
const bytesSniffed = 262_144;

const zip = 'application/zip';
const workbook =
  /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.|ms-excel\.sheet\.macroenabled)/;
const isTextual = /xml$|^text\//;

/** Packed in an unusual order, the first bytes say no more than that it is a ZIP: then its name says the rest. */
const isWorkbook = (type: string, name: string) =>
  workbook.test(type) || (type === zip && /\.xls[xm]$/i.test(name));

function refused(type: string) {
  if (type === 'application/x-cfb') {
    return unreadable(
      'This is a workbook of Excel before 2007, or another old document. Save it as .xlsx or .csv.',
    );
  }
  return unreadable(`This is ${type}. Bring a CSV, an Excel workbook (.xlsx) or vCards.`);
}

/** Whether nothing but text is there: then words that begin as a picture or a program does (`BMI`, `MZ`) are words. */
const isWritten = (head: Uint8Array) => !head.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d));

/** HTML and XML, JSON, PDF, PostScript, RTF, calendars. */
const otherText = /^\s*(?:<(?:!doctype|html|\?xml|table)\b|[{[]\s*[{["]|%PDF-|%!PS|\{\\rtf|BEGIN:(?!VCARD))/i;
const controls = /[^\P{Cc}\s]/gu;
function assertTable(text: string): void {
  if (text.trim() === '') throw unreadable('The file is empty.');
  if (otherText.test(text)) {
    throw unreadable('This is text of another kind. Bring a CSV, an Excel workbook (.xlsx) or vCards.');
  }
  if ((text.match(controls) ?? []).length * 100 > text.length) {
    throw unreadable('The file is no text. Bring a CSV, an Excel workbook (.xlsx) or vCards.');
  }
}

/** Without the line that may not be wholly there. */
const wholeLines = (text: string, isCut: boolean) =>
  isCut ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || text.length) : text;

const beginsCard = /^\s*BEGIN:VCARD\s*$/im;
/** vCards without their folds, which may cut a character in half. */
function unfolded(head: Uint8Array): Uint8Array {
  const bytes = Buffer.from(head).toString('latin1');
  return beginsCard.test(bytes.slice(0, 200))
    ? Buffer.from(bytes.replace(/\r?\n[ \t]/g, ''), 'latin1')
    : head;
}

async function sniffText(head: Uint8Array): Promise<FileFormat> {
  const encoding = await detectEncoding(unfolded(head));
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  assertTable(text);
  if (beginsCard.test(text.trimStart().slice(0, 200))) return { kind: 'vcard', encoding };
  const sample = wholeLines(text, head.length >= bytesSniffed);
  const dialect = await sniffDialect(sample);
  const records = await firstRecords(sample, dialect);
  return { kind: 'csv', encoding, ...dialect, hasHeader: hasHeader(records.map(({ cells }) => cells)) };
}

/**
 * How a file is read, by its beginning (256 KiB of it) and its name: a CSV in any encoding and with any delimiter, an Excel
 * workbook, or vCards. It may be wrong, so a person is shown it. Throws `import_file_unreadable` of anything else.
 */
export async function sniffFormat(head: Uint8Array, name: string): Promise<FileFormat> {
  const bytes = head.subarray(0, bytesSniffed);
  const { mime } = (await fileTypeFromBuffer(bytes)) ?? {};
  if (mime === undefined || isTextual.test(mime) || isWritten(bytes)) return sniffText(bytes);
  if (!isWorkbook(mime, name)) throw refused(mime);
  return { kind: 'xlsx', hasHeader: await xlsxHasHeader(bytes) };
}
