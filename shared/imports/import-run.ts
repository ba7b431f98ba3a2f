import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Kept } from '../core/record.ts';
import { askerOf, assertIdle, finished, type Import, importDays, moved, type RunImport } from './import.ts';
import { importAdvanced } from './import-events.ts';
import { noneRun, noneUndone } from './row-result.ts';

type Position = NonNullable<Import['position']>;
const advancing = (kept: Kept<Import>): Kept<Import> => ({
  ...kept,
  events: [importAdvanced({ importId: kept.after.id })],
});
const start: Position = { stage: 0, part: 0 };

const notChecked = () =>
  new AppError('conflict', 'import_not_checked', 'Try out first what each row would become.');
/** A run that stopped half-way goes on where it was, whatever stopped it. */
const isHalfway = ({ status, running, undoing }: Import) =>
  running !== undefined && undoing === undefined && (status === 'stopped' || status === 'failed');

/** What is known of the rows lies in the bucket as long as the file. Throws `import_expired`. */
function assertKept({ createdAt }: Import, now: string): void {
  if (Date.parse(createdAt) + importDays * 86_400_000 > Date.parse(now)) return;
  const detail = `What was known of its rows was kept for ${importDays} days.`;
  throw new AppError('conflict', 'import_expired', detail);
}

/** Makes of each row what the dry run said. Throws `import_busy`, `import_expired`, `import_not_checked`. */
export function runImport(one: Import, { tells }: RunImport, by: Context): Kept<Import> {
  assertIdle(one);
  assertKept(one, by.now);
  const asked = { status: 'running', failure: undefined, requeues: 0, asker: askerOf(by), tells } as const;
  if (isHalfway(one)) return advancing(moved(one, { ...asked, ranAt: undefined }, by.now));
  if (one.status !== 'checked') throw notChecked();
  const fresh = { running: one.version + 1, run: noneRun, position: start };
  return advancing(moved(one, { ...asked, ...fresh }, by.now));
}

/** Stops a run behind the part that it is at. Throws `import_not_running`. */
export function stopImport(one: Import, now: string): Kept<Import> {
  if (one.status === 'running') return advancing(moved(one, { status: 'stopping' }, now));
  throw new AppError('conflict', 'import_not_running', 'There is no run of it to be stopped.');
}

/** Throws `import_busy`, `import_expired`, and `import_not_run` where there is nothing to take back. */
export function undoImport(one: Import, by: Context): Kept<Import> {
  assertIdle(one);
  if (one.running === undefined || one.status === 'undone')
    throw new AppError('conflict', 'import_not_run', 'Nothing was made of it that could be undone.');
  assertKept(one, by.now);
  const goesOn = one.undoing !== undefined;
  const where = goesOn ? {} : { undoing: one.version + 1, undo: noneUndone, position: start };
  const patch = { status: 'undoing', failure: undefined, requeues: 0, asker: askerOf(by), ...where } as const;
  return advancing(moved(one, { ranAt: one.ranAt ?? one.updatedAt, ...patch }, by.now));
}

export type Progress = { position: Position } & Partial<Pick<Import, 'run' | 'undo'>>;
/** What has been done of the work so far. */
export const goOn = (one: Import, progress: Progress, now: string): Kept<Import> =>
  moved(one, { ...progress, requeues: 0 }, now);
/** The same, for another call of the function to go on. */
export const handOn = (one: Import, now: string): Kept<Import> => advancing(moved(one, {}, now));

const ends = { running: 'done', stopping: 'stopped', undoing: 'undone' } as const;
/** All of it is done, or as much as was to be. */
export function finishWork(one: Import, now: string): Kept<Import> {
  const status = ends[one.status as keyof typeof ends];
  return finished(moved(one, { status, ...(one.status !== 'undoing' && { ranAt: now }) }, now));
}
