import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { checkedPart, partRows } from '../../../shared/imports/import-object-store.ts';
import type { RowResult } from '../../../shared/imports/row-result.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { textKey } from '../../../shared/records/list-entries.ts';
import { changeOne } from '../../records/operations/write.ts';
import { problemOf } from './problem-of.ts';
import { contextOfRow, idOfRow } from './row-context.ts';
import { markIn, markWrite, RowDone, type RowMarks } from './row-mark.ts';
import { holderOf, type Running } from './run-row.ts';
import { typeOf } from './type-of.ts';

/** The company that a row was made into, or had changed; none where nothing was made of it. */
async function companyOf(running: Running, row: CheckedRow): Promise<string | undefined> {
  const { one } = running;
  const own = idOfRow(one, row.number, one.kind);
  if (await recordStore(typeOf(one.kind).of).find(one.workspaceId, own)) return own;
  return one.mode === 'create' ? undefined : holderOf(running, row);
}

/** The companies of the file that others of it name as the one above, by that name; of two of one name there is none. */
export type Above = ReadonlyMap<string, string | undefined>;
async function* checkedRows(one: Import): AsyncGenerator<CheckedRow> {
  for (const outcome of ['new', 'existing'] as const)
    for (let part = 0; part * partRows < (one.check?.[outcome] ?? 0); part += 1)
      yield* await checkedPart(one, outcome, part);
}
async function wantedIn(one: Import): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  for await (const { besides } of checkedRows(one)) if (besides?.parent) wanted.add(textKey(besides.parent));
  return wanted;
}
export async function aboveIn(one: Import): Promise<Above> {
  const wanted = await wantedIn(one);
  const above = new Map<string, string | undefined>();
  for await (const { number, values, existingId } of wanted.size > 0 ? checkedRows(one) : []) {
    const name = textKey(String(values.name));
    if (wanted.has(name))
      above.set(name, above.has(name) ? undefined : (existingId ?? idOfRow(one, number, one.kind)));
  }
  return above;
}

const unknown = (name: string) => ({
  code: 'parent_unknown',
  detail: `There is no one company ${name} that it could stand below.`,
});

type Below = { id: string; parentId: string };
/** Puts a company below the one that its row names, which may have been made of a later row. */
async function place({ one, actor }: Running, row: CheckedRow, { id, parentId }: Below): Promise<void> {
  try {
    await changeOne(typeOf(one.kind), id, { parentId }, contextOfRow(one, actor, row, 'parent'), {
      also: ({ after }) => [markWrite(one, row.number, 'parent', after)],
    });
  } catch (error) {
    if (!(error instanceof RowDone)) throw error;
  }
}

/** What could not be done of it; done again it finds its mark. */
export async function placeBelow(
  running: Running,
  row: CheckedRow,
  { marks, above }: { marks: RowMarks; above: Above },
): Promise<RowResult[]> {
  const parent = row.besides?.parent;
  if (!parent || markIn(marks, running.one, row.number, 'parent')) return [];
  const id = await companyOf(running, row);
  if (!id) return [];
  const failed = { number: row.number, result: 'failed', recordId: id } as const;
  const parentId = above.get(textKey(parent));
  if (!parentId || parentId === id) return [{ ...failed, problem: unknown(parent) }];
  try {
    await place(running, row, { id, parentId });
    return [];
  } catch (error) {
    return [{ ...failed, problem: problemOf(error) }];
  }
}
