import { activityType } from '../../../shared/activities/activity-store.ts';
import type { Actor, Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { identitiesOf } from '../../../shared/imports/row-identity.ts';
import type { RowResult } from '../../../shared/imports/row-result.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import type { EmailFolding } from '../../../shared/workspaces/workspace.ts';
import { changeOne, makeOne } from '../../records/operations/write.ts';
import { adding } from './adding.ts';
import { patchOf } from './patch-of.ts';
import { problemOf } from './problem-of.ts';
import { contextOfRow, idOfRow } from './row-context.ts';
import { markIn, markWrite, RowDone, type RowMarks } from './row-mark.ts';
import { typeOf } from './type-of.ts';

export type Running = { one: Import; actor: Actor; folding: EmailFolding };
type Done = Pick<RowResult, 'result' | 'recordId' | 'problem'>;

const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof AppError && codes.includes(error.code);
const isTaken = (error: unknown) =>
  error instanceof AppError && error.kind === 'conflict' && error.code.endsWith('_taken');

/** The record that has a key of the row now, whoever may see it: making it would be refused, and changing it asks for the right. */
export async function holderOf(
  { one, folding }: Running,
  { values }: CheckedRow,
): Promise<string | undefined> {
  const { workspaceId, kind, matchBy } = one;
  const keys = identitiesOf(kind, values, folding)
    .filter(({ by }) => matchBy === undefined || by === matchBy)
    .map((key) => uniqueKey(workspaceId, key));
  const items = keys.length > 0 ? await getItems(keys) : new Map();
  const holder = keys.map((key) => items.get(nameOf(key))).find(Boolean);
  return holder && String(holder.recordId);
}

/** Makes the row's record. One of its id is what an earlier call of this made, whatever has become of it since. */
async function make({ one }: Running, row: CheckedRow, by: Context): Promise<Done> {
  const type = typeOf(one.kind);
  const recordId = idOfRow(one, row.number, one.kind);
  await retryLostRace(async () => {
    try {
      await makeOne(type, parsePart(type.shape.created, row.values), by);
    } catch (error) {
      const wasMade =
        isCode(error, 'version_conflict') && (await recordStore(type.of).find(one.workspaceId, recordId));
      if (!wasMade) throw error;
    }
  });
  return { result: 'created', recordId };
}

async function change({ one }: Running, row: CheckedRow, recordId: string, by: Context): Promise<Done> {
  const type = typeOf(one.kind);
  const patch = patchOf(one.kind, row.values);
  let isChanged = false;
  try {
    await changeOne(type, recordId, patch, by, {
      adapt: (record) => {
        isChanged = false; // it may be read again
        return adding(type as RecordType<Owned, object, object>, record, patch, by);
      },
      also: ({ after }) => {
        isChanged = true;
        return [markWrite(one, row.number, 'row', after)];
      },
    });
  } catch (error) {
    if (!(error instanceof RowDone)) throw error;
  }
  return { result: isChanged ? 'updated' : 'unchanged', recordId };
}

const skipped = (code: string, detail: string, recordId?: string): Done => ({
  result: 'skipped',
  problem: { code, detail },
  ...(recordId && { recordId }),
});
const isThere = (recordId: string) =>
  skipped('record_there', 'A record has its key already, and what is there is left alone.', recordId);

async function changeOrLeave(
  running: Running,
  row: CheckedRow,
  recordId: string,
  by: Context,
): Promise<Done> {
  if (recordId === idOfRow(running.one, row.number, running.one.kind)) return { result: 'created', recordId };
  return running.one.mode === 'create' ? isThere(recordId) : change(running, row, recordId, by);
}

/** Where another has made a record of the row's key since it was checked, that one is there. */
async function makeOrChange(running: Running, row: CheckedRow, by: Context): Promise<Done> {
  if (running.one.mode === 'update') return skipped('record_missing', 'No record has its key.');
  try {
    return await make(running, row, by);
  } catch (error) {
    const holder = isTaken(error) ? await holderOf(running, row) : undefined;
    if (!holder) throw error;
    return changeOrLeave(running, row, holder, by);
  }
}

type About = { contactId: unknown; dealIds?: string[] };
const aboutOf = ({ one }: Running, { values }: CheckedRow, recordId: string): About =>
  one.kind === 'contact' ? { contactId: recordId } : { contactId: values.contactId, dealIds: [recordId] };

/** Notes what is said besides of a person or a deal, as an activity of the same row. That it cannot be noted is told with the row. */
async function noted(running: Running, row: CheckedRow, done: Done, by: Context): Promise<Done> {
  const { result, recordId } = done;
  const text = row.besides?.note;
  if (!text || !recordId || (result !== 'created' && result !== 'updated')) return done;
  const note = { kind: 'note', text, ...aboutOf(running, row, recordId) };
  try {
    await makeOne(activityType, parsePart(activityType.shape.created, note) as never, by);
  } catch (error) {
    if (!isCode(error, 'version_conflict')) return { ...done, problem: problemOf(error) };
  }
  return done;
}

async function become(running: Running, row: CheckedRow, marks: RowMarks, by: Context): Promise<Done> {
  const mark = markIn(marks, running.one, row.number, 'row');
  if (mark) return { result: 'updated', recordId: mark.recordId };
  if (row.outcome === 'new') return makeOrChange(running, row, by);
  const holder = await holderOf(running, row);
  return holder ? changeOrLeave(running, row, holder, by) : makeOrChange(running, row, by);
}

/**
 * Makes of a row what it is to be: a record, a change of the one that is there, or nothing, and why. Done again it makes nothing twice: a
 * new record has the row's own id, and a change goes with its mark.
 */
export async function runRow(running: Running, row: CheckedRow, marks: RowMarks): Promise<RowResult> {
  const by = contextOfRow(running.one, running.actor, row);
  const { number } = row;
  try {
    const done = await become(running, row, marks, by);
    return { number, ...(await noted(running, row, done, by)) };
  } catch (error) {
    return { number, result: 'failed', problem: problemOf(error) };
  }
}
