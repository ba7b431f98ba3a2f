import type { Options } from 'csv-stringify';
import { guardedCell } from './cell-guard.ts';

/**
 * How every CSV file of ours is written (RFC 4180): no cell of text is taken for a formula, and one with a line end is quoted, half of one
 * too, which many readers take for the end of the line. The library by itself looks for whole ones alone.
 */
export const csvSettings = {
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
  cast: { string: (text) => guardedCell(text) },
} as const satisfies Options;
