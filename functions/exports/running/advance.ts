import { randomUUID } from 'node:crypto';
import { type Actor, systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Kept } from '../../../shared/core/record.ts';
import {
  addPiece,
  addPieceAndGoOn,
  type DataExport,
  failDataExport,
  finishDataExport,
  isListExport,
  type Written,
} from '../../../shared/exports/data-export.ts';
import {
  dropDataExportFiles,
  dropPieces,
  putPiece,
  putTogether,
} from '../../../shared/exports/data-export-object-store.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { assertMayExport } from '../../../shared/exports/may-export.ts';
import { actorOfUser } from '../../../shared/identity/actor-store.ts';
import { listChunks } from './list-chunks.ts';
import { packTogether } from './pack-together.ts';
import { workspaceChunks } from './workspace-chunks.ts';

/** Bytes of a piece, and so about the most of a file that is in memory. */
const pieceBytes = 8 * 1024 * 1024;
/** After which it is asked anew what whoever waits for the file may. */
const lookMs = 10_000;

export type How = { isTimeLeft: () => boolean; mostPieceBytes?: number };
/** Some of a file's text, and where the file goes on behind it; nowhere behind the last. `part`: of which file of an archive. */
export type Chunk = { text: string; rows: number; resume: string | undefined; part?: string | undefined };
type Piece = Omit<Chunk, 'text'> & { texts: string[]; bytes: number; isOver: boolean; isClosed: boolean };
const emptyPiece = { bytes: 0, rows: 0, isOver: false, isClosed: false };

const byOf = ({ workspaceId, id }: DataExport, now: string) =>
  systemContext(workspaceId, 'system', id, now, id);

/** With the rights of now. Throws what whoever may not act any more is told. */
async function askerOf({ workspaceId, requestedBy, kind }: DataExport): Promise<Actor> {
  const actor = await actorOfUser(workspaceId, requestedBy.id, requestedBy.keyId);
  assertMayExport(actor, kind);
  return actor;
}

const chunksOf = (one: DataExport, actor: Actor, resume: string | undefined): AsyncGenerator<Chunk> =>
  isListExport(one) ? listChunks(one, actor, resume) : workspaceChunks(one.workspaceId, resume);

function add(piece: Piece, { part, text, rows, resume }: Chunk): void {
  piece.texts.push(text);
  piece.part = part;
  piece.bytes += Buffer.byteLength(text);
  piece.rows += rows;
  piece.resume = resume;
  piece.isOver = resume === undefined;
}

/** Adds to a piece until it is full, what it is of is over, or rights are to be looked at again. */
async function fill(one: DataExport, piece: Piece, isFull: () => boolean): Promise<void> {
  const actor = await askerOf(one);
  const until = Date.now() + lookMs;
  for await (const chunk of chunksOf(one, actor, piece.resume)) {
    piece.isClosed = piece.part !== undefined && piece.part !== chunk.part;
    if (piece.isClosed) return; // it is read again as the first of the next piece
    add(piece, chunk);
    if (piece.isOver || isFull() || Date.now() > until) return;
  }
}

/** Writes the next piece and notes it; the export as it stands then, undefined where another run goes on with it. */
async function writePiece(one: DataExport, how: How): Promise<DataExport | undefined> {
  const piece: Piece = { ...emptyPiece, texts: [], resume: one.resume };
  const isFull = () => piece.bytes >= (how.mostPieceBytes ?? pieceBytes) || !how.isTimeLeft();
  do await fill(one, piece, isFull);
  while (!piece.isOver && !piece.isClosed && !isFull());
  const body = Buffer.from(piece.texts.join(''));
  const name = `${String(one.pieces.length).padStart(6, '0')}-${randomUUID()}`;
  const { rows, resume, part } = piece;
  const written: Written = { name, bytes: body.length, rows, resume, ...(part !== undefined && { part }) };
  await putPiece(one, name, body);
  const now = new Date().toISOString();
  const isInterrupted = !piece.isOver && !how.isTimeLeft();
  const change = isInterrupted ? addPieceAndGoOn(one, written, now) : addPiece(one, written, now);
  await dataExportStore.save(change, byOf(one, now));
  return isInterrupted ? undefined : change.after;
}

/** A list that is over is put together. One that was begun knows by a piece without a place to go on. */
const isWritten = ({ pieces, resume }: DataExport) => pieces.length > 0 && resume === undefined;

async function write(begun: DataExport, how: How): Promise<void> {
  let one = begun;
  while (!isWritten(one)) {
    const next = await writePiece(one, how);
    if (!next) return;
    one = next;
  }
  const bytes = isListExport(one) ? await putTogether(one) : await packTogether(one);
  const now = new Date().toISOString();
  await dataExportStore.save(finishDataExport(one, bytes, now), byOf(one, now));
  await dropPieces(one);
}

const wasOvertaken = ({ code }: AppError) => code === 'version_conflict';
/** What is said to whoever waits; a table that is busy for now is asked again. */
const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && error.kind !== 'unavailable';

/** What the list or the rights refuse is told to whoever waits; anything else is thrown, and tried again. */
async function refuse(workspaceId: string, id: string, error: AppError): Promise<void> {
  const one = await dataExportStore.find(workspaceId, id);
  if (one?.status !== 'running') return;
  const now = new Date().toISOString();
  const change: Kept<DataExport> = failDataExport(one, { code: error.code, detail: error.message }, now);
  await dataExportStore.save(change, byOf(one, now));
  await dropDataExportFiles(one);
}

/** Of one that was cancelled, withdrawn or refused nothing stays, of one that is written its file alone. May be repeated. */
async function tidy(workspaceId: string, id: string, one: DataExport | undefined): Promise<void> {
  if (one?.status === 'running') return; // another run is at work
  if (one?.status === 'ready') await dropPieces(one);
  else await dropDataExportFiles({ workspaceId, id });
}

/**
 * Writes an export as far as there is time, from where the last run left it. May be repeated, be killed at any line, and run twice at
 * once: what was noted is written, and of two runs one goes on.
 */
export async function advanceDataExport(workspaceId: string, id: string, how: How): Promise<void> {
  const one = await dataExportStore.find(workspaceId, id);
  if (one?.status !== 'running') return tidy(workspaceId, id, one);
  try {
    await write(one, how);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (!wasOvertaken(error)) return refuse(workspaceId, id, error);
    await tidy(workspaceId, id, await dataExportStore.find(workspaceId, id));
  }
}
