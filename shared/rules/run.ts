import { decodeTime } from 'ulid';
import * as z from 'zod';
import { derivedIdAt } from '../core/derived-id.ts';
import { type IdKind, idOf } from '../core/ids.ts';
import { governedKinds } from '../core/policy.ts';

export const daysKept = 90;
/** How many rules may set off each other, one after the other. */
export const longestChain = 10;

export const RunStatus = z
  .enum(['running', 'waiting', 'done', 'stopped', 'failed'])
  .describe(
    '`stopped`: it ended before its end and nothing is wrong. `failed`: it could not go on; `reason` says why.',
  )
  .meta({ id: 'RuleRunStatus' });
export type RunStatus = z.infer<typeof RunStatus>;

/** Runs of these statuses stand in a list of their own; nearly all are done at once and never do. */
export const listedStatuses = ['waiting', 'failed', 'stopped'] as const satisfies RunStatus[];
export type ListedStatus = (typeof listedStatuses)[number];

const Outcome = z.object({
  stepId: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(['done', 'skipped', 'waited', 'yes', 'no', 'failed']),
  /** Why it was skipped or failed: a code. */
  code: z.string().optional(),
  /** The id of what it made: a mail, a task, a delivery. */
  made: z.string().optional(),
});
export type Outcome = z.infer<typeof Outcome>;
const Link = z.object({ ruleId: z.string(), recordId: z.string() });
type Link = z.infer<typeof Link>;

/** A walk of one version of a rule for one record: ids, codes and names of fields, never a value. */
export const Run = z.object({
  id: idOf('run'),
  workspaceId: idOf('workspace'),
  ruleId: idOf('rule'),
  /** The rule's version that it goes by. */
  number: z.int().positive(),
  /** What began it. */
  event: z.object({
    id: z.string(),
    type: z.string(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  }),
  kind: z.enum(governedKinds),
  recordId: z.string(),
  status: RunStatus,
  /** Why it stopped or failed: a code. */
  reason: z.string().optional(),
  /** The step that is next; none at the end. */
  next: z.string().optional(),
  /** Until when it waits, and whether a condition may end that earlier. */
  waitsUntil: z.iso.datetime().optional(),
  waitsFor: z.enum(['time', 'condition']).optional(),
  /** When it is looked at again: its entry in the due index. It stays until the run rests again, so that a kill loses no run. */
  dueAt: z.iso.datetime().optional(),
  /** Whether what happens to its record looks at it, too. */
  watched: z.boolean().optional(),
  /** The record that its own was merged into, where it is that one's changes that are watched. */
  watchedId: z.string().optional(),
  steps: z.array(Outcome),
  /** The rules, with their records, that set off each other up to this one. */
  chain: z.array(Link),
  /** Counts its writes. */
  version: z.int().positive(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Seconds of the epoch; the table deletes it by itself. */
  expiresAt: z.int(),
});
export type Run = z.infer<typeof Run>;
const inner = { workspaceId: true, expiresAt: true, dueAt: true, watched: true, watchedId: true } as const;
export const RunBody = Run.omit(inner);
export const RunSummary = RunBody.omit({ steps: true, chain: true });

/** The same event never begins two runs of a rule. `at` is the event's own: ids sort by it. */
export const runId = (ruleId: string, { id, at }: { id: string; at: string }): string =>
  derivedIdAt('run', at, `${ruleId}\n${id}`);
const momentOf = (run: string) => new Date(decodeTime(run.slice(run.indexOf('_') + 1))).toISOString();
/** The id of what a run's step makes: the same however often the step runs, and in the order of the runs. */
export const idOfStep = (kind: IdKind, run: string, stepId: string): string =>
  derivedIdAt(kind, momentOf(run), `${run}\n${stepId}`);

/** Until when (seconds of the epoch) a run is kept that began, or has waited, at a moment. */
const keptUntil = (at: string): number => Math.floor(Date.parse(at) / 1000) + daysKept * 86_400;

export type Begun = Pick<Run, 'workspaceId' | 'ruleId' | 'number' | 'event' | 'kind' | 'recordId'>;
/** A run that begins; `chain` is that of the run whose deed set it off. */
export function beginRun(begun: Begun, first: string | undefined, chain: Run['chain'], now: string): Run {
  const { ruleId, recordId, event } = begun;
  return {
    ...begun,
    id: runId(ruleId, event),
    status: first === undefined ? 'done' : 'running',
    ...(first !== undefined && { next: first }),
    steps: [],
    chain: [...chain, { ruleId, recordId }],
    version: 1,
    createdAt: now,
    updatedAt: now,
    expiresAt: keptUntil(now),
  };
}

/**
 * Why a rule is not to run because of what a run of this chain did: it came by this record already, it is begun by each record that it
 * makes (`isNew`: the event tells of one), or the chain is too long.
 */
export function loopIn(
  chain: Run['chain'],
  { ruleId, recordId, isNew }: Link & { isNew: boolean },
): string | undefined {
  if (chain.some((link) => link.ruleId === ruleId && (isNew || link.recordId === recordId))) return 'loop';
  return chain.length >= longestChain ? 'chain_too_long' : undefined;
}

const noted = ({ steps }: Run, outcome: Outcome) => [...steps, outcome];

/** One step on: what came of it, and the next; done where there is none. Its count of writes is its store's to raise. */
export function advance(run: Run, outcome: Outcome, next: string | undefined): Run {
  const { next: _, waitsUntil: __, waitsFor: ___, ...rest } = run;
  const on = { ...rest, steps: noted(run, outcome), updatedAt: outcome.at };
  if (next !== undefined) return { ...on, status: 'running', next };
  const { dueAt: ____, watched: _____, watchedId: ______, ...over } = on;
  return { ...over, status: 'done' };
}
type Wait = { waitsUntil: string; waitsFor: 'time' | 'condition'; dueAt: string };
/**
 * It stays at its step until a moment, or until a condition holds of the record with `watchedId`. `dueAt`: when it is looked at again at
 * the latest. A wait may be longer than a run is kept: it is there until it is over, and as long behind that.
 */
export function putToWait(run: Run, wait: Wait, now: string, watchedId = run.recordId): Run {
  const { watchedId: _, ...rest } = run;
  const isAnother = watchedId !== run.recordId;
  const watched = { watched: wait.waitsFor === 'condition', ...(isAnother && { watchedId }) };
  const expiresAt = Math.max(run.expiresAt, keptUntil(wait.waitsUntil));
  return { ...rest, ...wait, ...watched, expiresAt, status: 'waiting', updatedAt: now };
}
/** The record whose changes ask it anew. */
export const watchedBy = ({ recordId, watchedId = recordId }: Run): string => watchedId;
/** It ends before its end. `stepId`: the step that could not be done. */
export function endRun(
  run: Run,
  status: 'stopped' | 'failed',
  reason: string,
  now: string,
  stepId?: string,
): Run {
  const outcome = status === 'failed' ? ('failed' as const) : ('skipped' as const);
  const steps = stepId ? noted(run, { stepId, at: now, outcome, code: reason }) : run.steps;
  const { next: _, waitsUntil: __, waitsFor: ___, dueAt: ____, ...rest } = run;
  const { watched: _____, watchedId: ______, ...over } = rest;
  return { ...over, status, reason, steps, updatedAt: now };
}
/** Whether it is over. */
export const isOver = ({ status }: Pick<Run, 'status'>) => status !== 'running' && status !== 'waiting';
