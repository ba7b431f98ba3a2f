import type { Actor, Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import type { RowResult } from '../../../shared/imports/row-result.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { trashOne } from '../../records/operations/write.ts';
import { typeNamed } from '../../records/types/record-types.ts';
import { problemOf } from './problem-of.ts';
import { restoreFields } from './restore-fields.ts';
import { idOfRow } from './row-context.ts';
import { markIn, type RowMarks } from './row-mark.ts';

type Made = ReadonlyMap<string, Item>;
type Undoing = { one: Import; actor: Actor; marks: RowMarks; made: Made };

const keysOf = (one: Import, { number, besides }: CheckedRow) => {
  const kinds: GovernedKind[] = [one.kind, ...(besides?.note ? (['activity'] as const) : [])];
  return kinds.map((kind) => ({ kind, key: recordKey(one.workspaceId, kind, idOfRow(one, number, kind)) }));
};
/** What these rows were made into, and is there: five BatchGets a part. */
export const madeBy = (one: Import, rows: readonly CheckedRow[]): Promise<Made> =>
  getItems(rows.flatMap((row) => keysOf(one, row).map(({ key }) => key)));

const isGone = (error: unknown) => error instanceof AppError && error.kind === 'not_found';
async function trashMade(kind: GovernedKind, item: Item, by: Context): Promise<void> {
  try {
    await trashOne(typeNamed(kind) as never, String(item.id), by);
  } catch (error) {
    if (!isGone(error)) throw error; // somebody was first
  }
}

/** Whether somebody has written the record after the import came to its end. */
const isChangedSince = ({ ranAt = '' }: Import, { updatedAt, deletedAt }: Item) =>
  !deletedAt && String(updatedAt) > ranAt;

const merged = {
  code: 'record_merged',
  detail: 'It was merged into another since. Take it out of that first, and it can be deleted.',
};
/** What the row was made into goes to the trash, from where it can be had back for 30 days. */
async function removeMade({ one, made }: Undoing, row: CheckedRow, by: Context): Promise<RowResult[]> {
  const there = keysOf(one, row).flatMap(({ kind, key }) => {
    const item = made.get(nameOf(key));
    return item ? [{ kind, item }] : [];
  });
  const own = there.find(({ kind }) => kind === one.kind)?.item;
  if (own?.mergedInto)
    return [{ number: row.number, result: 'kept', recordId: String(own.id), problem: merged }];
  for (const { kind, item } of there.toReversed()) if (!item.deletedAt) await trashMade(kind, item, by);
  if (!own) return [];
  const told = isChangedSince(one, own) && {
    problem: {
      code: 'changed_since',
      detail: 'Somebody has changed it since the import. It lies in the trash.',
    },
  };
  return [{ number: row.number, result: 'removed', recordId: String(own.id), ...told }];
}

/** What the row changed gets its values back, but for what has been changed since. */
async function restoreChanged(undoing: Undoing, row: CheckedRow, by: Context): Promise<RowResult[]> {
  const { one, marks } = undoing;
  const results: RowResult[] = [];
  for (const step of ['parent', 'row'] as const) {
    const mark = markIn(marks, one, row.number, step);
    if (!mark) continue;
    const left = await restoreFields(one, mark, by);
    if (left === 'gone') continue;
    const { number } = row;
    const { recordId } = mark;
    results.push(
      left.length > 0
        ? { number, result: 'kept', recordId, fields: left }
        : { number, result: 'restored', recordId },
    );
  }
  return results;
}

/** Takes back what a row has done. May be repeated: what is in the trash stays there, and of what has its values back the mark says so. */
export async function undoRow(undoing: Undoing, row: CheckedRow): Promise<RowResult[]> {
  const { one, actor } = undoing;
  const by: Context = { actor, now: new Date().toISOString(), cause: one.id, quiet: true };
  try {
    return [...(await removeMade(undoing, row, by)), ...(await restoreChanged(undoing, row, by))];
  } catch (error) {
    return [{ number: row.number, result: 'stuck', problem: problemOf(error) }];
  }
}
