import * as z from 'zod';

/** A name of an encoding that `TextDecoder` knows (WHATWG Encoding Standard, 4.2). */
function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
const Encoding = z
  .string()
  .max(40)
  .refine(isEncoding, 'There is no such encoding; like utf-8 or windows-1252.');
/** One sign that is no end of a line. */
const Sign = z.string().regex(/^[^\r\n]$/u, 'One sign, like a comma.');

/** How a file that somebody brings is read: what is sniffed of it, and what a person may put right. */
export const FileFormat = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    encoding: Encoding,
    delimiter: Sign,
    /** Empty where no cell is quoted. */
    quote: z.union([Sign, z.literal('')]),
    hasHeader: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('xlsx'),
    /** Without it, the first that is not hidden. */
    sheet: z.string().max(255).optional(),
    hasHeader: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('vcard'), encoding: Encoding }),
]);
export type FileFormat = z.infer<typeof FileFormat>;
export type CsvFormat = Extract<FileFormat, { kind: 'csv' }>;
export type XlsxFormat = Extract<FileFormat, { kind: 'xlsx' }>;
