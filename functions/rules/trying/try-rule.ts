import { recordAsOf } from '../../../shared/audit/record-as-of-store.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { type Definition, stepOf } from '../../../shared/rules/definition.ts';
import type { TriedRun, TriedStep } from '../../../shared/rules/dry-run/dry-run.ts';
import type { Happened } from '../../../shared/rules/match.ts';
import { recordIn } from '../../../shared/rules/match.ts';
import { beginRun, type Run } from '../../../shared/rules/run.ts';
import type { Step } from '../../../shared/rules/step.ts';
import { firstStep, stepAfter, stepInto } from '../../../shared/rules/walk.ts';
import { ask } from '../running/ask.ts';
import { around, isErased, subjectOf, typeFor } from '../running/subject.ts';
import { wouldDo } from './would.ts';

/** The rule that is tried: of a draft no version is stored. */
export type Tried = { workspaceId: string; ruleId: string; kind: GovernedKind; definition: Definition };
type Trying = Tried & { run: Run; record: Owned; now: string };

/** Where the definition goes on, what is said of the step, and the record behind it where it would be another. */
type On = { step: TriedStep; next: string | undefined; after?: Owned | undefined };
type Deed = Exclude<Step, { do: 'wait' | 'branch' | 'stop' }>;
/** Its own `next` stands in the place of the one that would follow. */
async function tryDeed(step: Deed, { run, record, now, ruleId }: Trying): Promise<Omit<On, 'next'> | On> {
  const about = { stepId: step.id, do: step.do };
  const by = systemContext(run.workspaceId, 'rule', ruleId, now);
  const came = await wouldDo(step, { run, record, by, noted: () => [] });
  if (!('skipped' in came))
    return { step: { ...about, outcome: 'would', says: came.says }, after: came.after };
  const said: TriedStep = { ...about, outcome: 'skipped', code: came.skipped };
  return came.ends ? { step: said, next: undefined } : { step: said };
}

async function tryStep(step: Step, trying: Trying): Promise<On> {
  const { definition, run, record, now, kind } = trying;
  const next = stepAfter(definition, step.id);
  const about = { stepId: step.id, do: step.do };
  if (step.do === 'stop') return { step: { ...about, outcome: 'stops' }, next: undefined };
  if (step.do === 'wait') {
    const { for: time, until, atMost } = step;
    return { step: { ...about, outcome: 'waits', says: time ? { for: time } : { until, atMost } }, next };
  }
  if (step.do === 'branch') {
    const asked = await around[step.of](run, record);
    const { holds } = await ask(step.if, step.of === 'record' ? kind : step.of, asked, now);
    return { step: { ...about, outcome: holds ? 'yes' : 'no' }, next: stepInto(definition, step, holds) };
  }
  return { next, ...(await tryDeed(step, trying)) };
}

async function walked(trying: Trying): Promise<TriedStep[]> {
  const steps: TriedStep[] = [];
  let { record } = trying;
  let next = firstStep(trying.definition);
  while (next !== undefined) {
    const step = stepOf(trying.definition, next);
    if (!step) break;
    const on = await tryStep(step, { ...trying, record });
    steps.push(on.step);
    ({ next, after: record = record } = on);
  }
  return steps;
}

const notKnown = new Set(['as_of_too_far', 'erased', 'gone']);
/** The record as it was when the event came; as it is now where that is not known any more. */
async function asItWas(kind: GovernedKind, record: Owned, at: string): Promise<Owned> {
  try {
    return (await recordAsOf(typeFor(kind).of as never, record as never, at)) as Owned;
  } catch (error) {
    if (error instanceof AppError && (notKnown.has(error.code) || error.kind === 'not_found')) return record;
    throw error;
  }
}

/**
 * What a rule would have done because of an event that is past: asked of the record as it was then, and of all around it as it is now.
 * Nothing is written. `now`: of what is reckoned from the moment.
 */
export async function tryOn(tried: Tried, event: Happened, now: string): Promise<TriedRun> {
  const { workspaceId, kind, ruleId, definition } = tried;
  const { id, type, at, data } = event;
  const recordId = recordIn(kind, event) ?? '';
  const about = { kind, recordId, event: { id, type, at, data } };
  const said = { event: { id, type, at }, recordId };
  const current = await subjectOf({ workspaceId, ...about });
  if (!current) return { ...said, begins: false, reason: 'record_gone', steps: [] };
  if (isErased(current)) return { ...said, begins: false, reason: 'person_erased', steps: [] };
  const record = await asItWas(kind, current, at);
  const holds = !definition.condition || (await ask(definition.condition, kind, record, at)).holds;
  if (!holds) return { ...said, begins: false, reason: 'condition', steps: [] };
  const run = beginRun({ workspaceId, ruleId, number: 1, ...about }, undefined, [], now);
  return { ...said, begins: true, steps: await walked({ ...tried, run, record, now }) };
}
