/**
 * Whether two words differ by at most one letter that is put in, left out or another, or by two neighbours that have changed
 * places: a Damerau-Levenshtein distance of 0 or 1, in one pass and without a table. By code points.
 */
export function isWithinOneEdit(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  const [first, second] = [start, start + 1];
  return left === 2 && right === 2 && a[first] === b[second] && a[second] === b[first];
}
