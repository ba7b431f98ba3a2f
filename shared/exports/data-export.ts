import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import type { Actor, Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { governedKinds } from '../core/policy.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { TimeZone } from '../core/time-zone.ts';
import { exportDays } from '../privacy/export.ts';
import { dataExportAdvanced, dataExportFinished } from './data-export-events.ts';

export const ExportedKind = z.enum(governedKinds);
export type ExportedKind = z.infer<typeof ExportedKind>;

/** A field of the API, or one of the workspace's own: `custom.floor`. */
const columns = z
  .array(
    z
      .string()
      .max(80)
      .regex(/^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]{1,64})?$/, 'Must be the name of a field.'),
  )
  .min(1)
  .max(100)
  .optional();
const listed = {
  kind: ExportedKind.describe('What a row is.'),
  format: z
    .enum(['csv', 'jsonl'])
    .describe(
      '`csv`: RFC 4180 in UTF-8, as an import takes it. `jsonl`: a record a line, as the API shows it.',
    ),
  segmentId: idOf('segment').optional().describe('Only its members.'),
  columns: columns.describe('Fields, in their order; all of them where it is left out.'),
  byteOrderMark: z
    .boolean()
    .default(true)
    .describe('Whether a CSV file begins with one, by which Excel knows UTF-8.'),
};
export const NewDataExport = z.strictObject({
  ...listed,
  filter: Condition.optional().describe('As lists take it; of activities there is none.'),
  viewId: idOf('view')
    .optional()
    .describe(
      'Its filter, its segment and its columns as they are now; what is said besides narrows it further.',
    ),
  timeZone: TimeZone.optional().describe(
    'In which a CSV file tells moments; the workspace’s where left out.',
  ),
});
export type NewDataExport = z.infer<typeof NewDataExport>;

/** A piece of the file. Each has a name of its own, so that a run that was overtaken writes over no piece of the one that goes on. */
const Piece = z.object({
  name: z.string(),
  bytes: z.int(),
  rows: z.int(),
  /** Of which file of an archive it is a piece. */
  part: z.string().optional(),
});
type Piece = z.infer<typeof Piece>;

/** Records that somebody takes along as a file. Its writing is resumed where a run of it ended, by what stands here. */
export const DataExport = z.object({
  ...recordBase('dataExport'),
  ...listed,
  kind: z.enum([...governedKinds, 'workspace']).describe('What a row is; or all there is of the workspace.'),
  format: z.enum(['csv', 'jsonl', 'zip']),
  filter: personal(Condition.optional()),
  viewId: idOf('view').optional(),
  timeZone: z.string(),
  status: z
    .enum(['running', 'ready', 'failed', 'withdrawn'])
    .describe('`withdrawn`: a person was erased since, and the file with them. Ask again.'),
  failure: z.object({ code: z.string(), detail: z.string() }).optional(),
  rows: z.int().nonnegative().default(0).describe('Records that are written so far.'),
  bytes: z.int().nonnegative().default(0),
  requestedBy: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
  availableUntil: z.iso.datetime().optional().describe('The file is deleted then.'),
  /** The workspace's own fields as they were when it was asked for: all pieces have the same columns. */
  ownFields: z.array(z.object({ key: z.string(), label: z.string() })).default([]),
  pieces: z.array(Piece).default([]),
  /** Where the list goes on. */
  resume: z.string().optional(),
  /** How often it was asked for again without having come any further. */
  requeues: z.int().nonnegative().default(0),
});
export type DataExport = z.infer<typeof DataExport>;
export const dataExportRecord = defineRecord('dataExport', DataExport);
export const DataExportBody = DataExport.omit({
  workspaceId: true,
  ownFields: true,
  pieces: true,
  resume: true,
  requeues: true,
}).extend({
  url: z
    .string()
    .optional()
    .describe('Where the file is, for five minutes; each one given out is on record.'),
});

/** An export of one kind of record. */
export type ListExport = DataExport & { kind: ExportedKind; format: NewDataExport['format'] };
export const isListExport = (one: DataExport): one is ListExport => one.kind !== 'workspace';

type Asked = Pick<DataExport, 'kind' | 'format' | 'timeZone'> &
  Partial<Pick<DataExport, 'ownFields'>> &
  Partial<Omit<NewDataExport, 'timeZone' | 'kind' | 'format'>>;
export function startDataExport(given: Asked, { actor, now }: Context): Kept<DataExport> {
  const { kind, id, keyId, workspaceId } = actor;
  const base = { workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = DataExport.parse({
    ...given,
    ...base,
    id: newId('dataExport', now),
    status: 'running',
    requestedBy: { kind, id, keyId },
  });
  const events = [dataExportAdvanced({ dataExportId: after.id })];
  return { of: dataExportRecord, before: undefined, after, events };
}

/** Whose it is: what a key sees may be less than its user does, so that each has what was asked for by it. */
export const isOf = ({ requestedBy }: DataExport, { id, keyId }: Pick<Actor, 'id' | 'keyId'>): boolean =>
  requestedBy.id === id && requestedBy.keyId === keyId;

const moved = (one: DataExport, patch: Partial<DataExport>, now: string): Kept<DataExport> => ({
  of: dataExportRecord,
  before: one,
  after: nextVersion(one, patch, now),
  events: [],
});
const goingOn = (change: Kept<DataExport>): Kept<DataExport> => ({
  ...change,
  events: [dataExportAdvanced({ dataExportId: change.after.id })],
});

/** The most that S3 takes as one object in one request. */
const mostBytes = 5_000_000_000;
export type Written = Piece & { resume: string | undefined };
/** A piece more. Throws `export_too_large`. */
export function addPiece(one: DataExport, { resume, ...piece }: Written, now: string): Kept<DataExport> {
  if (one.bytes + piece.bytes > mostBytes)
    throw new AppError(
      'unprocessable',
      'export_too_large',
      'A file has 5 GB at most. Ask for fewer records.',
    );
  const sums = { rows: one.rows + piece.rows, bytes: one.bytes + piece.bytes };
  return moved(one, { ...sums, pieces: [...one.pieces, piece], resume, requeues: 0 }, now);
}
/** The same, where no time is left for more: another run goes on. */
export const addPieceAndGoOn = (one: DataExport, written: Written, now: string): Kept<DataExport> =>
  goingOn(addPiece(one, written, now));

const finished = (change: Kept<DataExport>): Kept<DataExport> => {
  const { id: dataExportId, status: outcome, requestedBy } = change.after;
  return { ...change, events: [dataExportFinished({ dataExportId, userId: requestedBy.id, outcome })] };
};

const keptMs = exportDays * 86_400_000;
/** `bytes`: of the file as it is, where it was packed. */
export function finishDataExport(one: DataExport, bytes: number, now: string): Kept<DataExport> {
  const availableUntil = new Date(Date.parse(now) + keptMs).toISOString();
  return finished(moved(one, { status: 'ready', bytes, availableUntil, pieces: [], resume: undefined }, now));
}
export const failDataExport = (
  one: DataExport,
  failure: NonNullable<DataExport['failure']>,
  now: string,
): Kept<DataExport> =>
  finished(moved(one, { status: 'failed', failure, pieces: [], resume: undefined }, now));
/** What is left of one whose file, or whose filter, may tell of somebody who was erased. */
export const withdrawDataExport = (one: DataExport, now: string): Kept<DataExport> => ({
  ...moved(
    one,
    { status: 'withdrawn', filter: undefined, pieces: [], resume: undefined, availableUntil: undefined },
    now,
  ),
  forgets: true,
});
export const deleteDataExport = (one: DataExport): Change<DataExport> => ({
  of: dataExportRecord,
  before: one,
  after: undefined,
  events: [],
});

const patienceMs = 30 * 60_000; // twice what a function lives
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
/** When one that is at work is asked for again, and when one that is over goes: no later than its file. */
export const dataExportDueAt = ({ status, updatedAt, availableUntil }: DataExport): string =>
  status === 'running' ? later(updatedAt, patienceMs) : (availableUntil ?? later(updatedAt, keptMs));

const mostRequeues = 2;
/** Asks for it once more where it has not come any further; in the end it has failed. */
export function wakeDataExport(one: DataExport, now: string): Kept<DataExport> {
  const detail = 'The file could not be written to its end.';
  if (one.requeues >= mostRequeues) return failDataExport(one, { code: 'export_unfinished', detail }, now);
  return goingOn(moved(one, { requeues: one.requeues + 1 }, now));
}

type Place = Pick<DataExport, 'workspaceId' | 'id'>;
/** Where its pieces and its file lie. */
export const dataExportPrefix = ({ workspaceId, id }: Place) => `records/${workspaceId}/${id}/`;
export const dataExportKey = (one: Place & Pick<DataExport, 'format'>) =>
  `${dataExportPrefix(one)}file.${one.format}`;
export const pieceKey = (one: Place, name: string) => `${dataExportPrefix(one)}pieces/${name}`;
