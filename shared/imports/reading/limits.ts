/**
 * What a file may be at most. They bound memory and time whatever somebody brings: a workbook of 1 MB can inflate to 1 GB.
 */
export type Limits = {
  /** Bytes of a workbook as it is packed: it is held, because its table of contents is at its end. */
  packedBytes: number;
  /** Bytes that one part of a workbook may inflate to. */
  inflatedBytes: number;
  /** Bytes that a part may inflate to which is about the others: styles, the list of sheets. */
  aboutBytes: number;
  /** Cells of a sheet, and texts that cells share. */
  cells: number;
  /** UTF-16 units of all texts that cells share, which are held. */
  sharedText: number;
  /** UTF-16 units of one cell; Excel itself has 32,767. */
  cellText: number;
};
export const limits: Limits = {
  packedBytes: 134_217_728,
  inflatedBytes: 1_073_741_824,
  aboutBytes: 16_777_216,
  cells: 20_000_000,
  sharedText: 67_108_864,
  cellText: 1_048_576,
};
/** A row is not longer in any file: a mapping has fewer columns. */
export const mostColumns = 1_000;
