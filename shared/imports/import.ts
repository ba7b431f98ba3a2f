import * as z from 'zod';
import type { Actor, Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { recordPermission } from '../core/policy.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { CheckCounts } from './checked-row.ts';
import { importAdvanced } from './import-events.ts';
import { ImportKind, importFields } from './mapping/import-fields.ts';
import { FileFormat } from './reading/file-format.ts';

/** 256 MiB: a million rows of 250 bytes. */
const mostBytes = 268_435_456;
/** Days that an uploaded file and what was made of it are kept: the bucket's lifecycle rule says the same. */
export const importDays = 30;

const Mapped = z.strictObject({
  column: z.int().nonnegative().describe('Counted from 0.'),
  field: z
    .string()
    .max(80)
    .describe('A field of the kind as `fields` of the import’s page lists them, or `custom.<key>`.'),
});
/** A column of the file, and the field that it seems to be. */
const Suggested = z.object({
  column: z.int(),
  header: z.string(),
  field: z.string().optional().describe('Absent where nothing is like it.'),
  confidence: z.number().describe('0 to 1.'),
  by: z.enum(['header', 'values', 'both', 'none']).describe('What it was seen by.'),
});
type Suggested = z.infer<typeof Suggested>;

export const Import = z.object({
  ...recordBase('import'),
  kind: ImportKind,
  name: personal(z.string().describe('The file’s name.')),
  size: z.int().describe('In bytes.'),
  status: z
    .enum(['uploading', 'reading', 'read', 'checking', 'checked', 'failed'])
    .describe(
      '`uploading`: the file is waited for. `read`: its rows can be seen, and its columns mapped. `checked`: what each row would become is known.',
    ),
  failure: z.object({ code: z.string(), detail: z.string() }).optional(),
  format: FileFormat.optional(),
  columns: personal(z.array(Suggested).optional()),
  mapping: z
    .array(Mapped)
    .optional()
    .describe('What each column is taken for; as it is suggested until somebody says otherwise.'),
  /** The version that began the reading: what it read lies under that. */
  reading: z.int().optional(),
  rows: z.int().optional(),
  faultyRows: z.int().optional().describe('Of them those that could not be read as they should be.'),
  /** The version that began the dry run: what it found lies under that. */
  checking: z.int().optional(),
  check: CheckCounts.optional().describe('Rows by what they would become.'),
  startedBy: z.object({ kind: z.string(), id: z.string() }),
  /** How often its reading was asked for again because nothing had come of it. */
  requeues: z.int().default(0),
});
export type Import = z.infer<typeof Import>;
export const importRecord = defineRecord('import', Import);
export const ImportBody = Import.omit({ workspaceId: true, requeues: true, reading: true, checking: true });

export const NewImport = z.strictObject({
  kind: ImportKind.describe('What a row is.'),
  name: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(mostBytes).describe('In bytes; exactly as many are taken.'),
});
export type NewImport = z.infer<typeof NewImport>;
export const ImportPatch = z.strictObject({ mapping: z.array(Mapped).max(500) });
export type ImportPatch = z.infer<typeof ImportPatch>;
export const ReadImport = z.strictObject({
  format: FileFormat.optional().describe('Where it was not seen right: read again by this.'),
});

/** Who brings records must be one who may make them. Throws `permission_missing`. */
export function assertMayImport({ permissions }: Actor, kind: ImportKind): void {
  const needed = recordPermission(kind, 'create');
  if (permissions.includes(needed)) return;
  throw new AppError('forbidden', 'permission_missing', `This needs the permission ${needed}.`);
}

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

const moved = (one: Import, patch: Partial<Import>, now: string): Kept<Import> => ({
  of: importRecord,
  before: one,
  after: nextVersion(one, patch, now),
  events: [],
});

const isBusy = ({ status }: Import) => status === 'reading' || status === 'checking';
/** Throws `import_busy` while its file is being read, or its rows are checked. */
export function assertIdle(one: Import): void {
  if (!isBusy(one)) return;
  throw new AppError('conflict', 'import_busy', 'The file is being worked on. Wait until it is not.');
}
/** Throws `import_not_read` where there is nothing to be seen of its rows. */
export function assertRead({ status }: Import): void {
  if (!['read', 'checking', 'checked'].includes(status))
    throw new AppError('conflict', 'import_not_read', 'The file has not been read yet.');
}
/** Throws `import_not_checked` where nobody knows yet what its rows would become. */
export function assertChecked({ status }: Import): void {
  if (status !== 'checked')
    throw new AppError('conflict', 'import_not_checked', 'The rows have not been checked yet.');
}
export const fileMissing = () =>
  new AppError('conflict', 'import_file_missing', 'The file has not come. Send it first.');

/** Without what an earlier look said, and how often it was tried. */
const fresh = { failure: undefined, check: undefined, requeues: 0 };

/** Asks for the file to be read, the first time or by another format. While it is being read there is nothing to ask for. */
export function readImport(one: Import, format: FileFormat | undefined, now: string): Kept<Import> {
  assertIdle(one);
  const reading = one.version + 1;
  const patch = { ...fresh, status: 'reading', format, reading } as const;
  return { ...moved(one, patch, now), events: [importAdvanced({ importId: one.id })] };
}

export type Read = Required<Pick<Import, 'format' | 'columns' | 'rows' | 'faultyRows'>>;
/** Of two columns that seem to be the same field the likelier one is. */
function mappingOf(columns: readonly Suggested[]): Import['mapping'] {
  const best = new Map<string, Suggested>();
  for (const one of columns) {
    const other = one.field === undefined ? undefined : best.get(one.field);
    if (one.field !== undefined && (!other || other.confidence < one.confidence)) best.set(one.field, one);
  }
  return [...best].map(([field, { column }]) => ({ column, field })).sort((a, b) => a.column - b.column);
}
export const finishReading = (one: Import, read: Read, now: string): Kept<Import> =>
  moved(one, { ...read, mapping: mappingOf(read.columns), status: 'read' }, now);
export const failReading = (one: Import, failure: NonNullable<Import['failure']>, now: string) =>
  moved(one, { status: 'failed', failure }, now);

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

export function mapImport(one: Import, { mapping }: ImportPatch, now: string): Kept<Import> {
  assertIdle(one);
  assertRead(one);
  assertMapping(one, mapping);
  return moved(one, { mapping, status: 'read', check: undefined }, now);
}

/** Asks for a dry run by the mapping that there is. */
export function checkImport(one: Import, now: string): Kept<Import> {
  assertIdle(one);
  assertRead(one);
  if (!one.mapping?.length)
    throw new AppError('conflict', 'import_unmapped', 'No column is mapped to a field yet.');
  const patch = { ...fresh, status: 'checking', checking: one.version + 1 } as const;
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

const patienceMs = 2 * 3_600_000; // longer than the function's queue hides a message
export const importDueAt = (one: Import): string | undefined =>
  isBusy(one) ? new Date(Date.parse(one.updatedAt) + patienceMs).toISOString() : undefined;

const mostRequeues = 2;
/** Has work of which nothing came tried once more; in the end it has failed. */
export function wakeImport(one: Import, now: string): Kept<Import> {
  const detail = 'The file could not be worked on to its end.';
  if (one.requeues >= mostRequeues) return failReading(one, { code: 'import_unfinished', detail }, now);
  const again = moved(one, { requeues: one.requeues + 1 }, now);
  return { ...again, events: [importAdvanced({ importId: one.id })] };
}

/** Where the file and what was made of it lie. */
export const importPrefix = ({ workspaceId, id }: Pick<Import, 'workspaceId' | 'id'>) =>
  `${workspaceId}/${id}/`;
