import * as z from 'zod';
import type { Key } from '../../../shared/core/projection.ts';
import type { RecordBase } from '../../../shared/core/record.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import { type Import, importDays } from '../../../shared/imports/import.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { idOfRow } from './row-context.ts';

/** That a row has changed a record, and where the change stands that says what was before. */
const RowMark = z.object({
  sk: z.string(),
  recordId: z.string(),
  at: z.iso.datetime(),
  changeId: z.string(),
  /** The change was taken back, but for these fields. */
  left: z.array(z.string()).optional(),
});
export type RowMark = z.infer<typeof RowMark>;

/** A row changes its record once, and once more where what it names had to be made first. */
export type RowStep = 'row' | 'parent';
const markSk = ({ running }: Import, number: number, step: string) =>
  `ROW#${running}#${String(number).padStart(9, '0')}#${step}`;
const markKey = (one: Import, number: number, step: string): Key => ({
  pk: importStore.keyOf(one.workspaceId, one.id).pk,
  sk: markSk(one, number, step),
});
const dayS = 86_400;

/** Another call has done the row's change. */
export class RowDone extends Error {}

/** Goes with the change itself, so that no row changes a record twice. Throws `RowDone`. */
export const markWrite = (one: Import, number: number, step: RowStep, after: RecordBase): Write => ({
  action: {
    Put: {
      Item: {
        ...markKey(one, number, step),
        recordId: after.id,
        at: after.updatedAt,
        changeId: idOfRow(one, number, 'change', `${step} ${after.id}`),
        expiresAt: Math.floor(Date.parse(after.updatedAt) / 1000) + importDays * dayS,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: () => new RowDone('The row has changed its record already.'),
});
/** Goes with taking the change back, but for some fields. */
export const takenBackWrite = (one: Import, { sk }: RowMark, left: readonly string[]): Write => ({
  action: {
    Update: {
      Key: { ...markKey(one, 0, ''), sk },
      UpdateExpression: 'SET #left = :left',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':left': left },
    },
  },
});

export type RowMarks = ReadonlyMap<string, RowMark>;
export const markIn = (marks: RowMarks, one: Import, number: number, step: RowStep): RowMark | undefined =>
  marks.get(markSk(one, number, step));

/** IMPORT-3: which rows from one number to another have changed a record; a Query. */
async function marksOf(one: Import, from: number, to: number): Promise<RowMarks> {
  const { pk, sk } = markKey(one, from, '');
  const marks = new Map<string, RowMark>();
  let after: Key | undefined;
  do {
    const { items, last } = await queryItems({
      pk,
      from: sk,
      to: markSk(one, to, '~'),
      limit: 1000,
      after,
      consistent: true,
    });
    for (const item of items) marks.set(item.sk, RowMark.parse(item));
    after = last;
  } while (after);
  return marks;
}

/** Which of these rows, in the order of the file, have changed a record. */
export async function marksFor(one: Import, rows: readonly CheckedRow[]): Promise<RowMarks> {
  const [first, last] = [rows.at(0), rows.at(-1)];
  return first && last ? marksOf(one, first.number, last.number) : new Map();
}
