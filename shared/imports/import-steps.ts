import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Change, Kept } from '../core/record.ts';
import type { CheckCounts } from './checked-row.ts';
import {
  askerOf,
  assertIdle,
  assertNotRun,
  assertRead,
  type CheckImport,
  finished,
  Import,
  type ImportPatch,
  importRecord,
  moved,
  type NewImport,
  type Suggested,
} from './import.ts';
import { importAdvanced } from './import-events.ts';
import { keysOfKind } from './mapping/fields/fields-of-kind.ts';
import { importFields } from './mapping/import-fields.ts';
import type { FileFormat } from './reading/file-format.ts';

export function startImport(given: NewImport, { actor, now }: Context): Kept<Import> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = Import.parse({
    ...base,
    ...given,
    id: newId('import', now),
    status: 'uploading',
    startedBy: { kind: actor.kind, id: actor.id },
  });
  return { of: importRecord, before: undefined, after, events: [] };
}

export const fileMissing = () =>
  new AppError('conflict', 'import_file_missing', 'The file has not come. Send it first.');

/** Without what an earlier look said, and how often it was tried. */
const fresh = { failure: undefined, check: undefined, requeues: 0, position: undefined };
/** Without what an earlier reading said. */
const unread = { columns: undefined, mapping: undefined, rows: undefined, faultyRows: undefined };
/** Without what an earlier run said. */
const unrun = { running: undefined, run: undefined, ranAt: undefined, undoing: undefined, undo: undefined };

/** Asks for the file to be read, the first time or by another format. While it is being read there is nothing to ask for. */
export function readImport(one: Import, format: FileFormat | undefined, now: string): Kept<Import> {
  assertIdle(one);
  assertNotRun(one);
  const reading = one.version + 1;
  const patch = { ...fresh, ...unread, ...unrun, status: 'reading', format, reading } as const;
  return { ...moved(one, patch, now), events: [importAdvanced({ importId: one.id })] };
}

export type Read = Required<Pick<Import, 'format' | 'columns' | 'rows' | 'faultyRows'>> & {
  /** How the columns of a file like it were mapped the last time. */
  before?: Import['mapping'];
};
/** Of two columns that seem to be the same field the likelier one is. */
function mappingOf(columns: readonly Suggested[]): Import['mapping'] {
  const best = new Map<string, Suggested>();
  for (const one of columns) {
    const other = one.field === undefined ? undefined : best.get(one.field);
    if (one.field !== undefined && (!other || other.confidence < one.confidence)) best.set(one.field, one);
  }
  return [...best].map(([field, { column }]) => ({ column, field })).sort((a, b) => a.column - b.column);
}
export const finishReading = (one: Import, { before, ...read }: Read, now: string): Kept<Import> => {
  const mapped = before
    ? { mapping: before, isMappedAsBefore: true as const }
    : { mapping: mappingOf(read.columns), isMappedAsBefore: undefined };
  return moved(one, { ...read, ...mapped, status: 'read' }, now);
};
export const failWork = (one: Import, failure: NonNullable<Import['failure']>, now: string) =>
  finished(moved(one, { status: 'failed', failure }, now));

const custom = /^custom\.[a-z][A-Za-z0-9_]{0,63}$/;
/** Throws `validation_failed` for a column that is not there, a field that there is not, and a field that is given twice. */
function assertMapping({ kind, columns = [] }: Import, mapping: NonNullable<Import['mapping']>): void {
  const known = new Set(importFields(kind).map(({ name }) => name));
  const given = new Set<string>();
  for (const [at, { column, field }] of mapping.entries()) {
    const fault = (name: string, detail: string) => invalidField(`/mapping/${at}/${name}`, 'invalid', detail);
    if (column >= columns.length) throw fault('column', `The file has ${columns.length} columns.`);
    if (!known.has(field) && !custom.test(field)) throw fault('field', `A ${kind} has no field ${field}.`);
    if (given.has(field)) throw fault('field', `Another column is ${field} already.`);
    given.add(field);
  }
}

/** Throws `validation_failed` for a value of a field that there is not. */
function assertReplacements({ kind }: Import, replacements: NonNullable<Import['replacements']>): void {
  const known = new Set(importFields(kind).map(({ name }) => name));
  const at = replacements.findIndex(({ field }) => !known.has(field) && !custom.test(field));
  const detail = `A ${kind} has no field ${replacements[at]?.field}.`;
  if (at >= 0) throw invalidField(`/replacements/${at}/field`, 'invalid', detail);
}

export function mapImport(one: Import, patch: ImportPatch, now: string): Kept<Import> {
  const { mapping = one.mapping, replacements = one.replacements } = patch;
  assertIdle(one);
  assertRead(one);
  assertNotRun(one);
  assertMapping(one, mapping ?? []);
  assertReplacements(one, replacements ?? []);
  return moved(
    one,
    { mapping, replacements, isMappedAsBefore: undefined, ...unrun, status: 'read', check: undefined },
    now,
  );
}

function assertMatchBy({ kind }: Import, matchBy: string | undefined): void {
  if (matchBy === undefined || keysOfKind[kind].includes(matchBy)) return;
  throw invalidField('/matchBy', 'invalid', `A ${kind} is found by ${keysOfKind[kind].join(' or ')}.`);
}

/** Asks for a dry run by the mapping that there is. */
export function checkImport(one: Import, asked: CheckImport, by: Context): Kept<Import> {
  const { now } = by;
  assertIdle(one);
  assertRead(one);
  assertNotRun(one);
  assertMatchBy(one, asked.matchBy);
  if (!one.mapping?.length)
    throw new AppError('conflict', 'import_unmapped', 'No column is mapped to a field yet.');
  const { mode, matchBy, acceptFrom } = asked;
  const how = { mode, matchBy, acceptFrom, asker: askerOf(by) };
  const patch = { ...fresh, ...unrun, ...how, status: 'checking', checking: one.version + 1 } as const;
  return { ...moved(one, patch, now), events: [importAdvanced({ importId: one.id })] };
}
export const finishCheck = (one: Import, check: CheckCounts, now: string): Kept<Import> =>
  moved(one, { check, status: 'checked' }, now);

export const deleteImport = (one: Import): Change<Import> => ({
  of: importRecord,
  before: one,
  after: undefined,
  events: [],
});

const mostRequeues = 2;
/** Has work of which nothing came tried once more; in the end it has failed. */
export function wakeImport(one: Import, now: string): Kept<Import> {
  const detail = 'The file could not be worked on to its end.';
  if (one.requeues >= mostRequeues) return failWork(one, { code: 'import_unfinished', detail }, now);
  const again = moved(one, { requeues: one.requeues + 1 }, now);
  return { ...again, events: [importAdvanced({ importId: one.id })] };
}
