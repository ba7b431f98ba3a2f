import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf } from '../core/ids.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { erasureAdvanced } from './privacy-events.ts';

/** In their order; each may be done again. What names other things goes last, so that a kill leaves nothing unnamed. */
export const erasureSteps = [
  'activities',
  'intakes',
  'deals',
  'tasks',
  'records',
  'links',
  'messages',
  'files',
  'exports',
  'history',
  'look again',
] as const;
export const ErasureStep = z.enum(erasureSteps);
export type ErasureStep = z.infer<typeof ErasureStep>;

/** What was deleted or emptied; after a kill some may not have been counted. */
const erased = [
  'activities',
  'changes',
  'answers',
  'objects',
  'intakes',
  'deals',
  'tasks',
  'orders',
  'tickets',
  'promises',
  'links',
  'messages',
  'files',
  'pageViews',
  'exports',
] as const;
export type Erased = (typeof erased)[number];

export const Erasure = z.object({
  ...recordBase('erasure'),
  contactId: idOf('contact'),
  status: z
    .enum(['requested', 'running', 'done'])
    .describe('`done`: nothing of the person is left but what docs/privacy.md says is kept, and how long.'),
  requestedBy: z.object({ kind: z.string(), id: z.string() }),
  /** Keyed hashes of the person's addresses. */
  addresses: z.array(z.string()).default([]),
  stepsDone: z.array(ErasureStep).default([]),
  counts: z.partialRecord(z.enum(erased), z.int().nonnegative()).default({}),
  completedAt: z.iso.datetime().optional(),
  lookedAgainAt: z.iso.datetime().optional().describe('When it was looked for what had come late.'),
});
export type Erasure = z.infer<typeof Erasure>;
export const erasureRecord = defineRecord('erasure', Erasure);
export const ErasureBody = Erasure.omit({ workspaceId: true, addresses: true });

/** A contact is erased once, however often that is asked for. */
export const erasureIdOf = (contactId: string) => `er_${contactId.slice('ct_'.length)}`;

/** The erasure of a contact; `earlier` where a table was restored that still knows of it. */
export function requestErasure(
  contactId: string,
  addresses: string[],
  { actor, now }: Context,
  earlier?: Erasure,
): Kept<Erasure> {
  const id = erasureIdOf(contactId);
  const asked = {
    contactId,
    addresses,
    status: 'requested' as const,
    requestedBy: { kind: actor.kind, id: actor.id },
    stepsDone: [],
    counts: {},
  };
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const again = earlier && { ...base, version: earlier.version + 1, createdAt: earlier.createdAt };
  const after: Erasure = { ...(again ?? base), ...asked };
  return { of: erasureRecord, before: earlier, after, events: [erasureAdvanced({ erasureId: id })] };
}

const minuteMs = 60_000;
const stuckMs = 15 * minuteMs;
/** Beyond the day that the stream keeps: what was on its way into an index then is in it, or never will be. */
const lateMs = 25 * 60 * minuteMs;
const after = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

/** When somebody is to look after it: nothing was heard of it for long, or it is time for what came late. */
export function erasureDueAt({ status, updatedAt, completedAt, lookedAgainAt }: Erasure): string | undefined {
  if (status !== 'done') return after(updatedAt, stuckMs);
  return lookedAgainAt || !completedAt ? undefined : after(completedAt, lateMs);
}

export type Tally = Partial<Record<Erased, number>>;
const added = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(
    erased.flatMap((name) => (a[name] || b[name] ? [[name, (a[name] ?? 0) + (b[name] ?? 0)]] : [])),
  );

export type Advance = { stepsDone: ErasureStep[]; tally: Tally };
/**
 * What a run came to. Where steps are left it calls for the next run, unless nothing moved: then the sweep calls in a while.
 * A second run of what is done is the late look.
 */
export function advanceErasure(erasure: Erasure, { stepsDone, tally }: Advance, now: string): Kept<Erasure> {
  const isOver = erasureSteps.every((step) => stepsDone.includes(step));
  const wasDone = erasure.status === 'done';
  const next = {
    counts: added(erasure.counts, tally),
    ...(!wasDone && { stepsDone, status: isOver ? ('done' as const) : ('running' as const) }),
    ...(isOver && (wasDone ? { lookedAgainAt: now } : { completedAt: now })),
  };
  const hasMoved = Object.keys(tally).length > 0 || stepsDone.length > erasure.stepsDone.length;
  const events = isOver || !hasMoved ? [] : [erasureAdvanced({ erasureId: erasure.id })];
  return { of: erasureRecord, before: erasure, after: nextVersion(erasure, next, now), events };
}

/** Calls for a run once more, where the last call came to nothing. */
export const wakeErasure = (erasure: Erasure, now: string): Kept<Erasure> => ({
  of: erasureRecord,
  before: erasure,
  after: nextVersion(erasure, {}, now),
  events: [erasureAdvanced({ erasureId: erasure.id })],
});
