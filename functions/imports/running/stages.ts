import type { CheckedRow, RowOutcome } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { checkedPart, partRows } from '../../../shared/imports/import-object-store.ts';
import type { Worked } from '../../../shared/imports/row-result.ts';
import { someAtOnce } from '../../../shared/platform/some-at-once.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { aboveIn, placeBelow } from './place-below.ts';
import { marksFor } from './row-mark.ts';
import { runPart } from './run-part.ts';
import type { Running } from './run-row.ts';
import { askerOf } from './type-of.ts';
import { madeBy, undoRow } from './undo-row.ts';

/** Transactions at once: some 800 rows a second in AWS, more than the lists of one workspace take (`docs/adr/0016`). */
const atOnce = 16;
const oneByOne = 1;

/** A stretch of the work: parts of checked rows, one after the other, and what is done with the rows of one. */
export type Stage = { name: string; parts: number; run(part: number): Promise<Worked> };

const partsOf = ({ check }: Import, outcome: RowOutcome) => Math.ceil((check?.[outcome] ?? 0) / partRows);
/** Rows of the file, with those that are joined to one before them. */
const countOf = (rows: readonly CheckedRow[]) =>
  rows.reduce((sum, { joined = [] }) => sum + 1 + joined.length, 0);

/**
 * Rows that are new or there already have no key in common, and are run a few at once; those that repeat a key come behind them, in the order
 * of the file. Last of all what names others of the file is held to them.
 */
export async function runStages(one: Import): Promise<Stage[]> {
  const { emailFolding: folding } = await workspaceOf(one.workspaceId);
  const running: Running = { one, actor: await askerOf(one), folding };
  const stageOf = (outcome: RowOutcome, width: number): Stage => ({
    name: outcome,
    parts: partsOf(one, outcome),
    async run(part) {
      const rows = await checkedPart(one, outcome, part);
      const marks = await marksFor(one, rows);
      const results = await runPart(running, rows, { marks, atOnce: width });
      return { rows: countOf(rows), results };
    },
  });
  let known: ReturnType<typeof aboveIn> | undefined;
  const belowOf = (outcome: RowOutcome): Stage => ({
    name: `below-${outcome}`,
    parts: one.kind === 'company' ? partsOf(one, outcome) : 0,
    async run(part) {
      known ??= aboveIn(one);
      const rows = await checkedPart(one, outcome, part);
      const around = { marks: await marksFor(one, rows), above: await known };
      const results = await someAtOnce(rows, oneByOne, (row) => placeBelow(running, row, around));
      return { rows: 0, results: results.flat() }; // they are done already
    },
  });
  const all = [stageOf('new', atOnce), stageOf('existing', atOnce), stageOf('repeated', oneByOne)];
  return [...all, belowOf('new'), belowOf('existing')];
}

/** What was made goes first; then what was changed gets back what it was, the last change first. */
export async function undoStages(one: Import): Promise<Stage[]> {
  const actor = await askerOf(one);
  const stageOf = (outcome: RowOutcome, width: number): Stage => {
    const parts = partsOf(one, outcome);
    return {
      name: outcome,
      parts,
      async run(part) {
        const rows = (await checkedPart(one, outcome, parts - 1 - part)).reverse();
        const around = {
          one,
          actor,
          marks: await marksFor(one, [...rows].reverse()),
          made: await madeBy(one, rows),
        };
        const results = await someAtOnce(rows, width, (row) => undoRow(around, row));
        return { rows: countOf(rows), results: results.flat() };
      },
    };
  };
  return [stageOf('new', atOnce), stageOf('repeated', oneByOne), stageOf('existing', oneByOne)];
}
