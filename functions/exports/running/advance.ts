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
import { bodiesFor } from './bodies.ts';
import { listed } from './listed.ts';
import { textFor } from './text-of.ts';

/** Bytes of a piece, and so about the most of a file that is in memory. */
const pieceBytes = 8 * 1024 * 1024;
/** After which it is asked anew what whoever waits for the file may. */
const lookMs = 10_000;

export type How = { isTimeLeft: () => boolean; mostPieceBytes?: number };
type Piece = { texts: string[]; bytes: number; rows: number; resume: string | undefined; isLast: boolean };

const byOf = ({ workspaceId, id }: DataExport, now: string) =>
  systemContext(workspaceId, 'system', id, now, id);

/** With the rights of now. Throws what whoever may not act any more is told. */
async function askerOf({ workspaceId, requestedBy, kind }: DataExport): Promise<Actor> {
  const actor = await actorOfUser(workspaceId, requestedBy.id, requestedBy.keyId);
  assertMayExport(actor, kind);
  return actor;
}

/** Adds pages to a piece until it is full, the list is over, or rights are to be looked at again. */
async function fill(one: DataExport, piece: Piece, isFull: () => boolean): Promise<void> {
  const actor = await askerOf(one);
  const [text, bodiesOf] = [await textFor(one, actor), bodiesFor(actor, one.kind)];
  const add = (more: string) => {
    piece.texts.push(more);
    piece.bytes += Buffer.byteLength(more);
  };
  if (one.pieces.length === 0 && piece.texts.length === 0) add(text.head);
  const until = Date.now() + lookMs;
  for await (const { records, resume } of listed(actor, one, piece.resume)) {
    const bodies = bodiesOf(records);
    add(await text.of(bodies));
    piece.rows += bodies.length;
    piece.resume = resume;
    piece.isLast = resume === undefined;
    if (piece.isLast || isFull() || Date.now() > until) return;
  }
}

/** Writes the next piece and notes it; the export as it stands then, undefined where another run goes on with it. */
async function writePiece(one: DataExport, how: How): Promise<DataExport | undefined> {
  const piece: Piece = { texts: [], bytes: 0, rows: 0, resume: one.resume, isLast: false };
  const isFull = () => piece.bytes >= (how.mostPieceBytes ?? pieceBytes) || !how.isTimeLeft();
  do await fill(one, piece, isFull);
  while (!piece.isLast && !isFull());
  const body = Buffer.from(piece.texts.join(''));
  const name = `${String(one.pieces.length).padStart(6, '0')}-${randomUUID()}`;
  const written: Written = { name, bytes: body.length, rows: piece.rows, resume: piece.resume };
  await putPiece(one, name, body);
  const now = new Date().toISOString();
  const isInterrupted = !piece.isLast && !how.isTimeLeft();
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
  await putTogether(one);
  const now = new Date().toISOString();
  await dataExportStore.save(finishDataExport(one, now), byOf(one, now));
  await dropPieces(one);
}

const wasOvertaken = (error: unknown) => error instanceof AppError && error.code === 'version_conflict';

/** What the list or the rights refuse is told to whoever waits; anything else is thrown, and tried again. */
async function refuse(workspaceId: string, id: string, error: AppError): Promise<void> {
  const one = await dataExportStore.find(workspaceId, id);
  if (one?.status !== 'running') return;
  const now = new Date().toISOString();
  const change: Kept<DataExport> = failDataExport(one, { code: error.code, detail: error.message }, now);
  await dataExportStore.save(change, byOf(one, now));
  await dropDataExportFiles(one);
}

/** Of one that was cancelled, or withdrawn, while it was written, nothing stays. */
async function tidy(workspaceId: string, id: string, one: DataExport | undefined): Promise<void> {
  if (!one || one.status === 'withdrawn') await dropDataExportFiles({ workspaceId, id });
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
    if (!(error instanceof AppError)) throw error;
    if (!wasOvertaken(error)) return refuse(workspaceId, id, error);
    await tidy(workspaceId, id, await dataExportStore.find(workspaceId, id));
  }
}
