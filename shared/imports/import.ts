import * as z from 'zod';
import type { Actor, Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertPermitted } from '../core/permitted.ts';
import { personal } from '../core/personal.ts';
import { recordPermission } from '../core/policy.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { CheckCounts } from './checked-row.ts';
import { importFinished } from './import-events.ts';
import { ImportKind } from './mapping/import-fields.ts';
import { FileFormat } from './reading/file-format.ts';
import { RunCounts, UndoCounts } from './row-result.ts';

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
/** What of a field is meant otherwise than it is written, in every row. */
const Replacement = z.strictObject({
  field: z.string().max(80),
  from: z.string().min(1).max(500).describe('As a suggestion says it: all of the cell, or an address in it.'),
  to: z.string().max(500).describe('Empty: it is left out.'),
});
export const ImportMode = z.enum(['create', 'update', 'upsert']);
export type ImportMode = z.infer<typeof ImportMode>;
/** Who asked, for what goes on after the request. */
const Asker = z.object({ id: z.string(), keyId: z.string().optional() });
/** A column of the file, and the field that it seems to be. */
const Suggested = z.object({
  column: z.int(),
  header: z.string(),
  field: z.string().optional().describe('Absent where nothing is like it.'),
  confidence: z.number().describe('0 to 1.'),
  by: z.enum(['header', 'values', 'both', 'none']).describe('What it was seen by.'),
});
export type Suggested = z.infer<typeof Suggested>;

export const Import = z.object({
  ...recordBase('import'),
  kind: ImportKind,
  name: personal(z.string().describe('The file’s name.')),
  size: z.int().describe('In bytes.'),
  status: z
    .enum([
      ...(['uploading', 'reading', 'read', 'checking', 'checked', 'failed'] as const),
      ...(['running', 'stopping', 'stopped', 'done', 'undoing', 'undone'] as const),
    ])
    .describe(
      '`uploading`: the file is waited for. `read`: its rows can be seen, and its columns mapped. `checked`: what each row would become is known. `done`: it is that now. `stopped`: a part of it is.',
    ),
  failure: z.object({ code: z.string(), detail: z.string() }).optional(),
  format: FileFormat.optional(),
  columns: personal(z.array(Suggested).optional()),
  mapping: z
    .array(Mapped)
    .optional()
    .describe('What each column is taken for; as it is suggested until somebody says otherwise.'),
  isMappedAsBefore: z
    .literal(true)
    .optional()
    .describe(
      'The mapping is not what is suggested, but that of the last file with the same headers that was run.',
    ),
  replacements: personal(
    z.array(Replacement).optional().describe('What is meant otherwise than it is written, in every row.'),
  ),
  /** The version that began the reading: what it read lies under that. */
  reading: z.int().optional(),
  rows: z.int().optional(),
  faultyRows: z.int().optional().describe('Of them those that could not be read as they should be.'),
  /** The version that began the dry run: what it found lies under that. */
  checking: z.int().optional(),
  check: CheckCounts.optional().describe('Rows by what they would become.'),
  mode: ImportMode.optional().describe('What the dry run was of.'),
  matchBy: z
    .string()
    .optional()
    .describe('By which key a record that is there is found; by any where it is absent.'),
  acceptFrom: z.number().optional().describe('Suggestions of this confidence or more are taken.'),
  /** Who asked for what it does now. */
  asker: Asker.optional(),
  /** The version that began the run: what it makes is named by that. */
  running: z.int().optional(),
  run: RunCounts.optional().describe('Rows by what became of them so far.'),
  tells: z.boolean().optional().describe('Whether webhooks are told of what it makes.'),
  ranAt: z.iso.datetime().optional().describe('When it came to its end, or was stopped.'),
  /** The version that began to undo it. */
  undoing: z.int().optional(),
  undo: UndoCounts.optional().describe('Rows by what became of them when it was undone.'),
  /** Where the work stands: which of its stages, and which part of that is next. */
  position: z.object({ stage: z.int(), part: z.int() }).optional(),
  startedBy: z.object({ kind: z.string(), id: z.string() }),
  /** How often its reading was asked for again because nothing had come of it. */
  requeues: z.int().default(0),
});
export type Import = z.infer<typeof Import>;
export const importRecord = defineRecord('import', Import);
export const ImportBody = Import.omit({
  workspaceId: true,
  requeues: true,
  reading: true,
  checking: true,
  running: true,
  undoing: true,
  asker: true,
  position: true,
});

export const NewImport = z.strictObject({
  kind: ImportKind.describe('What a row is.'),
  name: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(mostBytes).describe('In bytes; exactly as many are taken.'),
});
export type NewImport = z.infer<typeof NewImport>;
export const ImportPatch = z.strictObject({
  mapping: z.array(Mapped).max(500).optional(),
  replacements: z
    .array(Replacement)
    .max(500)
    .optional()
    .describe('What is meant otherwise than it is written: replaced as a whole.'),
});
export type ImportPatch = z.infer<typeof ImportPatch>;
export const ReadImport = z.strictObject({
  format: FileFormat.optional().describe('Where it was not seen right: read again by this.'),
});
export const CheckImport = z.strictObject({
  mode: ImportMode.default('create').describe(
    '`create` makes what is new and leaves alone what is there; `update` changes what is there and makes nothing; `upsert` does both.',
  ),
  matchBy: z
    .string()
    .max(40)
    .optional()
    .describe(
      'By which key a record that is there is found (`email`, `externalId`, `domain`, `sku`, `number`); by any where it is left out.',
    ),
  acceptFrom: z
    .number()
    .min(0.5)
    .max(1)
    .optional()
    .describe('Suggestions of this confidence or more are taken as if they had been written.'),
});
export type CheckImport = z.infer<typeof CheckImport>;
export const RunImport = z.strictObject({
  tells: z.boolean().default(false).describe('Whether webhooks are told of each record.'),
});
export type RunImport = z.infer<typeof RunImport>;

/** Who brings records must be one who may make them, and may change them where it does. Throws `permission_missing`. */
export function assertMayImport(actor: Actor, kind: ImportKind, mode: ImportMode = 'create'): void {
  assertPermitted(actor, recordPermission(kind, 'create'));
  if (mode !== 'create') assertPermitted(actor, recordPermission(kind, 'edit'));
}
/** Who takes back what was made must be one who may delete it. Throws `permission_missing`. */
export function assertMayUndo(actor: Actor, kind: ImportKind): void {
  assertPermitted(actor, recordPermission(kind, 'delete'));
}

export const moved = (one: Import, patch: Partial<Import>, now: string): Kept<Import> => ({
  of: importRecord,
  before: one,
  after: nextVersion(one, patch, now),
  events: [],
});

/** What somebody asked for has come to its end: they are told. */
export function finished(change: Kept<Import>): Kept<Import> {
  const { id: importId, status: outcome, asker } = change.after;
  const events = asker ? [importFinished({ importId, userId: asker.id, outcome })] : [];
  return { ...change, events };
}

const busy: readonly Import['status'][] = ['reading', 'checking', 'running', 'stopping', 'undoing'];
const isBusy = ({ status }: Import): boolean => busy.includes(status);
/** Throws `import_busy` while its file is being read, or its rows are checked. */
export function assertIdle(one: Import): void {
  if (!isBusy(one)) return;
  throw new AppError('conflict', 'import_busy', 'The file is being worked on. Wait until it is not.');
}
/** Throws `import_not_read` where there is nothing to be seen of its rows. */
export function assertRead({ rows }: Import): void {
  if (rows === undefined)
    throw new AppError('conflict', 'import_not_read', 'The file has not been read yet.');
}
/** Throws `import_not_checked` where nobody knows yet what its rows would become. */
export function assertChecked({ check }: Import): void {
  if (check === undefined)
    throw new AppError('conflict', 'import_not_checked', 'The rows have not been checked yet.');
}
/**
 * Rows are put in order by what became of them when the work comes to an end. Throws `import_not_run`, `import_busy`, and
 * `import_halfway` where it failed before.
 */
export function assertHasRun(one: Import): void {
  if (one.run === undefined)
    throw new AppError('conflict', 'import_not_run', 'Nothing has been made of the file yet.');
  assertIdle(one);
  if (one.status !== 'failed') return;
  const detail = 'It has failed half-way. Run it again to go on, or undo it: then its rows are listed.';
  throw new AppError('conflict', 'import_halfway', detail);
}
/** What was made of the file is not to be lost from sight. Throws `import_has_run`. */
export function assertNotRun({ running, status }: Import): void {
  if (running === undefined || status === 'undone') return;
  const detail = 'Records were made of this file. Undo it first, or bring the file once more.';
  throw new AppError('conflict', 'import_has_run', detail);
}
export const askerOf = ({ actor: { id, keyId } }: Context) => ({ id, ...(keyId && { keyId }) });
const patienceMs = 2 * 3_600_000; // longer than the function's queue hides a message
export const importDueAt = (one: Import): string | undefined =>
  isBusy(one) ? new Date(Date.parse(one.updatedAt) + patienceMs).toISOString() : undefined;

/** Where the file and what was made of it lie. */
export const importPrefix = ({ workspaceId, id }: Pick<Import, 'workspaceId' | 'id'>) =>
  `${workspaceId}/${id}/`;
