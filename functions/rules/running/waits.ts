import type { Owned } from '../../../shared/platform/record-type.ts';
import { isKnownToAll, knownToAllMs } from '../../../shared/rules/live.ts';
import { liveRulesOf } from '../../../shared/rules/rule-store.ts';
import { advance, type Outcome, putToWait, watchedBy } from '../../../shared/rules/run.ts';
import { durationMs, type StepOf } from '../../../shared/rules/step.ts';
import { ask } from './ask.ts';
import { subjectOf } from './subject.ts';
import { at, type Rest, rest, store, type Walk } from './walk.ts';

type Wait = StepOf<'wait'>;
const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();
const earliest = (one: string, other: string | undefined) =>
  other !== undefined && other < one ? other : one;
const onward = (
  walk: Walk,
  { id }: Wait,
  next: string | undefined,
  came: Pick<Outcome, 'outcome' | 'code'>,
) => at(walk, advance(walk.run, { stepId: id, at: walk.now, ...came }, next));

/** Waits for a time; goes on where it is over. */
export async function waitForTime(walk: Walk, step: Wait, next: string | undefined): Promise<Walk | Rest> {
  const { run, now } = walk;
  if (run.status === 'waiting')
    return (run.waitsUntil ?? '') > now ? rest : onward(walk, step, next, { outcome: 'waited' });
  const until = later(now, durationMs(step.for ?? '1h'));
  await store(at(walk, putToWait(run, { waitsUntil: until, waitsFor: 'time', dueAt: until }, now)));
  return rest;
}

const untilWhen = ({ run, now }: Walk, { atMost = '1h' }: Wait) =>
  (run.status === 'waiting' && run.waitsUntil) || later(now, durationMs(atMost));

type Resting = { waitsUntil: string; dueAt: string; recordId: string };
/** Has it wait, or be asked again at another moment than so far, or because of another record: the one that its own was merged into. */
async function keepWaiting(
  walk: Walk,
  { recordId, ...until }: Resting,
  isAsked: () => Promise<boolean>,
): Promise<Walk | Rest> {
  const { run, now } = walk;
  const isNew = run.status !== 'waiting' || watchedBy(run) !== recordId;
  if (!isNew && run.dueAt === until.dueAt) return rest;
  const waits = await store(at(walk, putToWait(run, { ...until, waitsFor: 'condition' }, now, recordId)));
  return isNew && (await isAsked()) ? waits : rest;
}

/** Where a process may still look for no run that waits, since it does not know the rule yet, it is asked once it does. */
async function whenAllKnow({ run: { workspaceId, kind }, now }: Walk): Promise<string | undefined> {
  const live = await liveRulesOf(workspaceId);
  return isKnownToAll(live, kind, now) ? undefined : later(now, knownToAllMs);
}

/**
 * Waits until something holds of the record, and no longer than its limit. It is asked once more when it is known to wait: what
 * happened before told nobody that somebody waits.
 */
export async function waitForCondition(
  walk: Walk,
  step: Wait,
  next: string | undefined,
  record: Owned,
): Promise<Walk | Rest> {
  const { run, now } = walk;
  const answer = (of: Owned | undefined) => ask(step.until ?? {}, run.kind, of, now);
  const { holds, turnsAt } = await answer(record);
  if (holds) return onward(walk, step, next, { outcome: 'done' });
  const waitsUntil = untilWhen(walk, step);
  if (waitsUntil <= now) return onward(walk, step, next, { outcome: 'waited', code: 'timed_out' });
  const dueAt = earliest(earliest(waitsUntil, turnsAt), await whenAllKnow(walk));
  const resting = { waitsUntil, dueAt, recordId: record.id };
  return keepWaiting(walk, resting, async () => (await answer(await subjectOf(run))).holds);
}
