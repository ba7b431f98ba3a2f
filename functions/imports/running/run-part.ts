import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { RowResult } from '../../../shared/imports/row-result.ts';
import { someAtOnce } from '../../../shared/platform/some-at-once.ts';
import { markIn, marksFor, type RowMarks } from './row-mark.ts';
import { type Running, runRow } from './run-row.ts';

type How = { marks: RowMarks; atOnce: number };

/**
 * Runs rows by the marks that stood before them. A row that found nothing to change may find its mark by now: another call has made its change in
 * between. It is run again, tells what that call tells, and notes what that one may not have come to; one Query more, for parts with such rows.
 */
export async function runPart(
  running: Running,
  rows: readonly CheckedRow[],
  { marks, atOnce }: How,
): Promise<RowResult[]> {
  const results = await someAtOnce(rows, atOnce, (row) => runRow(running, row, marks));
  if (!results.some(({ result }) => result === 'unchanged')) return results;
  const since = await marksFor(running.one, rows);
  const isLate = (row: CheckedRow, { result }: RowResult) =>
    result === 'unchanged' && markIn(since, running.one, row.number, 'row') !== undefined;
  return someAtOnce(results, atOnce, async (result, at) => {
    const row = rows[at];
    return row && isLate(row, result) ? runRow(running, row, since) : result;
  });
}
