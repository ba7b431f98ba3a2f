import type { Owned } from '../../../shared/platform/record-type.ts';
import { advance, type Outcome, putToWait } from '../../../shared/rules/run.ts';
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

/** Has it wait, or be asked again at another moment than so far. */
async function keepWaiting(walk: Walk, waitsUntil: string, dueAt: string, isAsked: () => Promise<boolean>) {
  const isNew = walk.run.status !== 'waiting';
  if (!isNew && walk.run.dueAt === dueAt) return rest;
  const waits = await store(
    at(walk, putToWait(walk.run, { waitsUntil, waitsFor: 'condition', dueAt }, walk.now)),
  );
  return isNew && (await isAsked()) ? waits : rest;
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
  return keepWaiting(
    walk,
    waitsUntil,
    earliest(waitsUntil, turnsAt),
    async () => (await answer(await subjectOf(run))).holds,
  );
}
