/** With what a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), in letters of full width as well. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** What was guarded, or looks as if it had been. */
const guarded = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A number, and a phone number in E.164, are none: digits behind a sign reckon nothing. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A cell of a CSV file that no spreadsheet reckons with: what it would take for a formula has an apostrophe in front. So has what begins
 * with an apostrophe before such a sign, so that `unguardedCell` gives back every text as it was.
 */
export const guardedCell = (text: string): string =>
  (formula.test(text) && !plainNumber.test(text)) || guarded.test(text) ? `'${text}` : text;

/** The text that a cell was before it was guarded, here or by another program that does as OWASP says. */
export const unguardedCell = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
