import { partRows } from '../../../shared/imports/import-object-store.ts';

type Put<L, R> = (label: L, part: number, rows: readonly R[]) => Promise<void>;

/** Keeps rows in parts of what they are, so that a page of the invalid ones among a million is one object. */
export function rowPacker<L extends string, R extends object>(put: Put<L, R>) {
  const waiting = new Map<L, { part: number; rows: R[] }>();
  async function send(label: L): Promise<void> {
    const { part, rows } = waiting.get(label) ?? { part: 0, rows: [] };
    waiting.set(label, { part: part + 1, rows: [] });
    await put(label, part, rows);
  }
  return {
    async add(label: L, row: R): Promise<void> {
      const mine = waiting.get(label) ?? { part: 0, rows: [] };
      waiting.set(label, mine);
      mine.rows.push(row);
      if (mine.rows.length === partRows) await send(label);
    },
    async end(): Promise<void> {
      for (const [label, { rows }] of [...waiting]) if (rows.length > 0) await send(label);
    },
  };
}
