import type { CheckedRow, RowOutcome } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { partRows, putPart } from '../../../shared/imports/import-object-store.ts';

/** Keeps checked rows in parts of what they would become, so that a page of the invalid ones among a million is one object. */
export function packer(one: Import) {
  const waiting = new Map<RowOutcome, { part: number; rows: CheckedRow[] }>();
  async function send(outcome: RowOutcome): Promise<void> {
    const { part, rows } = waiting.get(outcome) ?? { part: 0, rows: [] };
    waiting.set(outcome, { part: part + 1, rows: [] });
    await putPart(one, `checked/${outcome}`, part, rows);
  }
  return {
    async add(row: CheckedRow): Promise<void> {
      const { outcome } = row;
      const mine = waiting.get(outcome) ?? { part: 0, rows: [] };
      waiting.set(outcome, mine);
      mine.rows.push(row);
      if (mine.rows.length === partRows) await send(outcome);
    },
    async end(): Promise<void> {
      for (const [outcome, { rows }] of [...waiting]) if (rows.length > 0) await send(outcome);
    },
  };
}
