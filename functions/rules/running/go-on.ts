import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { commit } from '../../../shared/platform/commit.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { type Definition, stepOf } from '../../../shared/rules/definition.ts';
import { ruleStore, versionOf } from '../../../shared/rules/rule-store.ts';
import { advance, endRun, isOver, type Outcome, type Run } from '../../../shared/rules/run.ts';
import { findRun, Outrun, runWrites, storedAs } from '../../../shared/rules/run-store.ts';
import type { Step, StepOf } from '../../../shared/rules/step.ts';
import { stepAfter, stepInto } from '../../../shared/rules/walk.ts';
import { ask } from './ask.ts';
import { doStep } from './do-step.ts';
import { pauseFailing } from './pause-failing.ts';
import { around, isErased, subjectOf } from './subject.ts';
import { waitForCondition, waitForTime } from './waits.ts';
import { at, type Rest, store, type Walk } from './walk.ts';

async function branch(
  walk: Walk,
  step: StepOf<'branch'>,
  record: Owned,
  definition: Definition,
): Promise<Walk> {
  const { run, now } = walk;
  const asked = await around[step.of](run, record);
  const { holds } = await ask(step.if, step.of === 'record' ? run.kind : step.of, asked, now);
  const outcome: Outcome = { stepId: step.id, at: now, outcome: holds ? 'yes' : 'no' };
  return at(walk, advance(run, outcome, stepInto(definition, step, holds)));
}

type Deed = Exclude<Step, { do: 'wait' | 'branch' | 'stop' }>;
async function deed(walk: Walk, step: Deed, record: Owned, next: string | undefined): Promise<Walk> {
  const { run, stored, now } = walk;
  const done = (made?: string) =>
    advance(run, { stepId: step.id, at: now, outcome: 'done', ...(made && { made }) }, next);
  const by = systemContext(run.workspaceId, 'rule', run.ruleId, now, run.id);
  const noted = (made?: string) => runWrites(stored, done(made));
  const came = await doStep(step, { run, record, by, noted });
  if ('skipped' in came)
    return at(walk, advance(run, { stepId: step.id, at: now, outcome: 'skipped', code: came.skipped }, next));
  const as = storedAs(stored, done(came.made));
  return { ...walk, run: as, stored: as };
}

async function stepOn(walk: Walk, step: Step, record: Owned, definition: Definition): Promise<Walk | Rest> {
  const next = stepAfter(definition, step.id);
  if (step.do === 'stop') return at(walk, endRun(walk.run, 'stopped', 'stop', walk.now));
  if (step.do === 'branch') return branch(walk, step, record, definition);
  if (step.do !== 'wait') return deed(walk, step, record, next);
  return step.until ? waitForCondition(walk, step, next, record) : waitForTime(walk, step, next);
}

/** What a person may put right, or nobody: no use in trying again. What is passing is thrown on: who was merged just now is another then. */
const passing = new Set(['version_conflict', 'record_merged']);
const endsIt = (error: unknown): error is AppError =>
  error instanceof AppError &&
  !passing.has(error.code) &&
  error.kind !== 'unavailable' &&
  error.kind !== 'rate_limited';

async function oneStep(walk: Walk): Promise<Walk | Rest> {
  const { run, now } = walk;
  const { definition } = await versionOf(run.workspaceId, run.ruleId, run.number);
  const step = run.next === undefined ? undefined : stepOf(definition, run.next);
  if (!step) return at(walk, endRun(run, 'failed', 'step_missing', now));
  const record = await subjectOf(run);
  if (!record) return at(walk, endRun(run, 'failed', 'record_gone', now));
  if (run.kind === 'contact' && isErased(record))
    return at(walk, endRun(run, 'stopped', 'person_erased', now));
  try {
    return await stepOn(walk, step, record, definition);
  } catch (error) {
    if (!endsIt(error)) throw error;
    return at(walk, endRun(run, 'failed', error.code, now, step.id));
  }
}

/** That somebody deleted the record while a run waited is no fault of the rule's. */
const isFault = ({ status, reason }: Run) => status === 'failed' && reason !== 'record_gone';

/**
 * Takes a run on from step to step until it waits or is over. May run twice, at once, or be killed at any line: each deed and the
 * note of it are one transaction, which holds only for a run that is as it was read. Whoever is outrun leaves it to the other.
 */
export async function goOn(run: Run, stored: Run | undefined, now: string): Promise<void> {
  let walk: Walk = { run, stored, now };
  try {
    while (!isOver(walk.run)) {
      const after = await oneStep(walk);
      if ('rests' in after) return;
      walk = after;
    }
    await store(walk);
    if (isFault(walk.run)) await pauseFailing(walk.run, now);
  } catch (error) {
    if (!isLost(error)) throw error;
    await goOnAsStored(walk, error);
  }
}

/** Another has done the step, or something else of the same transaction was there already: often what the other made. */
const isLost = (error: unknown) =>
  error instanceof Outrun || (error instanceof AppError && error.code === 'version_conflict');

/** Another was quicker, and may have died since: the run is read again, and gone on with from where it is. */
async function goOnAsStored({ run, stored, now }: Walk, why: unknown): Promise<void> {
  const { workspaceId, ruleId, id } = run;
  const there = await findRun({ workspaceId, ruleId, id });
  if (!there || there.version === stored?.version) throw why; // nobody was
  if (there.status === 'running') await goOn(there, there, now);
}

/** Takes a run on that is there, and waits or was left by who died; it stops where its rule was deleted. */
export async function resume(run: Run, now: string): Promise<void> {
  if (isOver(run)) return;
  if (await ruleStore.find(run.workspaceId, run.ruleId)) return goOn(run, run, now);
  try {
    await commit(runWrites(run, endRun(run, 'stopped', 'rule_deleted', now)));
  } catch (error) {
    if (!(error instanceof Outrun)) throw error;
  }
}
