import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { newId } from '../core/ids.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { matchKinds } from './compared.ts';
import { duplicateRunAdvanced } from './duplicate-events.ts';

const kind = z.enum(matchKinds).describe('Whose duplicates.');
export const DuplicateRun = z.object({
  ...recordBase('dedupe'),
  kind,
  status: z.enum(['running', 'done', 'failed']),
  looked: z.int().describe('Records that were looked at so far.'),
  pairs: z.int().describe('Pairs that were found among them.'),
  failed: z.int().describe('Records of them that could not be looked at; the log says why.'),
  startedBy: z.object({ kind: z.string(), id: z.string() }),
  finishedAt: z.iso.datetime().optional(),
  /** Where the list of records goes on. */
  after: z.string().optional(),
  /** How often it was asked for again because nothing was heard of it. */
  requeues: z.int().default(0),
});
export type DuplicateRun = z.infer<typeof DuplicateRun>;
export const duplicateRunRecord = defineRecord('dedupe', DuplicateRun, (run) =>
  run.status === 'running'
    ? [{ name: 'dedupe', value: run.kind, code: 'dedupe_unfinished', pointer: '/kind' }]
    : [],
);
export const DuplicateRunBody = DuplicateRun.omit({ workspaceId: true, after: true, requeues: true });
export const NewDuplicateRun = z.strictObject({ kind });

const advanced = ({ id }: DuplicateRun) => [duplicateRunAdvanced({ runId: id })];
export function startRun(
  given: z.infer<typeof NewDuplicateRun>,
  { actor, now }: Context,
): Kept<DuplicateRun> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: DuplicateRun = {
    ...base,
    ...given,
    id: newId('dedupe', now),
    ...{ status: 'running', looked: 0, pairs: 0, failed: 0, requeues: 0 },
    startedBy: { kind: actor.kind, id: actor.id },
  };
  return { of: duplicateRunRecord, before: undefined, after, events: advanced(after) };
}

const moved = (run: DuplicateRun, patch: Partial<DuplicateRun>, now: string): Kept<DuplicateRun> => ({
  of: duplicateRunRecord,
  before: run,
  after: nextVersion(run, patch, now),
  events: [],
});

export type Progress = Pick<DuplicateRun, 'looked' | 'pairs' | 'failed' | 'after'>;
/** Notes how far it is. `stops`: no time is left, and another is to go on. */
export function noteProgress(
  run: DuplicateRun,
  progress: Progress,
  now: string,
  stops: boolean,
): Kept<DuplicateRun> {
  const change = moved(run, { ...progress, requeues: 0 }, now);
  return stops ? { ...change, events: advanced(run) } : change;
}
export const finishRun = (run: DuplicateRun, progress: Progress, now: string): Kept<DuplicateRun> =>
  moved(run, { ...progress, after: undefined, status: 'done', finishedAt: now }, now);

const patienceMs = 2 * 3_600_000; // longer than the function's queue hides a message
export const runDueAt = ({ status, updatedAt }: DuplicateRun): string | undefined =>
  status === 'running' ? new Date(Date.parse(updatedAt) + patienceMs).toISOString() : undefined;

const mostRequeues = 2;
/** Has a run of which nothing was heard go on; in the end it has failed. */
export function wakeRun(run: DuplicateRun, now: string): Kept<DuplicateRun> {
  if (run.requeues >= mostRequeues) return moved(run, { status: 'failed', finishedAt: now }, now);
  return { ...moved(run, { requeues: run.requeues + 1 }, now), events: advanced(run) };
}
