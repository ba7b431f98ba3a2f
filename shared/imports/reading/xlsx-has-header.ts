import { AppError } from '../../core/errors.ts';
import { hasHeader } from './has-header.ts';
import { xlsxRecords } from './xlsx-records.ts';

const rowsLookedAt = 100;
/** What is cut off has no table of contents, so nothing of it can be read yet: nearly every sheet has a header. */
export async function xlsxHasHeader(head: Uint8Array): Promise<boolean> {
  const records: string[][] = [];
  try {
    for await (const { cells } of await xlsxRecords(head, undefined)) {
      if (cells.length > 0) records.push(cells);
      if (records.length === rowsLookedAt) break;
    }
  } catch (error) {
    if (error instanceof AppError) return true;
    throw error;
  }
  return hasHeader(records);
}
