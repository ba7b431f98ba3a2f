import { shapeOf } from './looks-like.ts';

/** A value that stands in the first row and again below it is no name of a column. */
function isRepeated(records: readonly string[][]): boolean {
  const [first = [], ...rest] = records;
  return first.some((cell, column) => cell.trim() !== '' && rest.some((record) => record[column] === cell));
}
/** A column of numbers, dates or addresses whose first cell is words. */
function hasNamedColumn([first = [], ...rest]: readonly string[][]): boolean {
  return first.some((cell, column) => {
    const below = rest.map((record) => record[column] ?? '').filter((one) => one.trim() !== '');
    return cell.trim() !== '' && below.length > 0 && below.every((one) => shapeOf(one) !== undefined);
  });
}

/**
 * Whether the first of the records names the columns: it says nothing that is a value, like an e-mail address or a number.
 * Where words stand above words, it is taken for a header, as exports have one, unless a value of it comes again below.
 */
export function hasHeader(records: readonly string[][]): boolean {
  const [first] = records;
  if (!first || first.some((cell) => shapeOf(cell) !== undefined)) return false;
  return hasNamedColumn(records) || !isRepeated(records);
}
