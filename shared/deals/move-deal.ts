import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { DomainEvent } from '../core/event.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { closing } from './closing.ts';
import { type Deal, dealRecord, type MoveDeal } from './deal.ts';
import { dealMoved } from './deal-events.ts';
import { assertReady, firstStage, type Pipeline, type Stage, stageClosed, stageOf } from './pipeline.ts';

/** A stage may be called `constructor`. */
const timeIn = (times: Deal['stageTimes'], stageId: string) =>
  Object.hasOwn(times, stageId) ? times[stageId] : undefined;

/** Times by the stages of a pipeline: those of the one that it leaves get its id before theirs, as it is read in `deal.ts`. */
function timesIn({ pipelineId, stageTimes }: Deal, to: string): Deal['stageTimes'] {
  if (pipelineId === to) return stageTimes;
  const own = `${to}/`;
  const named = (stageId: string) => {
    if (stageId.startsWith(own)) return stageId.slice(own.length);
    return stageId.includes('/') ? stageId : `${pipelineId}/${stageId}`;
  };
  return Object.fromEntries(Object.entries(stageTimes).map(([stageId, time]) => [named(stageId), time]));
}

/** The deal in its new stage, with the stay that ends here added to the stage that it leaves. */
function entered(deal: Deal, stage: Stage, now: string, pipelineId: string = deal.pipelineId): Deal {
  const left = timeIn(deal.stageTimes, deal.stageId);
  const stay = Math.max(0, Date.parse(now) - Date.parse(deal.stageEnteredAt));
  const stageTimes = left
    ? { ...deal.stageTimes, [deal.stageId]: { ...left, totalMs: left.totalMs + stay } }
    : deal.stageTimes;
  const times = timesIn({ ...deal, stageTimes }, pipelineId);
  const earlier = timeIn(times, stage.id);
  const time = earlier
    ? { ...earlier, lastEnteredAt: now, entered: earlier.entered + 1 }
    : { firstEnteredAt: now, entered: 1, totalMs: 0 };
  return {
    ...deal,
    pipelineId,
    stageId: stage.id,
    status: stage.kind,
    stageEnteredAt: now,
    stageTimes: { ...times, [stage.id]: time },
  };
}

const movedEvent = (before: Deal, after: Deal): DomainEvent =>
  dealMoved({
    dealId: after.id,
    pipelineId: after.pipelineId,
    fromStageId: before.stageId,
    toStageId: after.stageId,
    status: after.status,
  });

/**
 * Moves an open deal to another stage, of its pipeline or of another that is named. A closed deal stays closed: reopening is an operation of its own. Undefined where
 * it stands in that stage already, so that a move that is sent twice is one and does not begin its stay anew.
 */
export function moveDeal(
  deal: Deal,
  to: MoveDeal,
  pipeline: Pipeline,
  { now }: Context,
): Kept<Deal> | undefined {
  if (deal.stageId === to.stageId && deal.pipelineId === pipeline.id) return undefined;
  if (deal.status !== 'open') {
    throw new AppError('conflict', 'deal_closed', `Deal ${deal.id} is ${deal.status}. Reopen it first.`);
  }
  const stage = stageOf(pipeline, to.stageId);
  assertReady(deal, stage);
  const closed = closing(stage, to, pipeline, now);
  const after = nextVersion(entered(deal, stage, now, pipeline.id), closed, now);
  return { of: dealRecord, before: deal, after, events: [movedEvent(deal, after)] };
}

/** The same with what a change of the deal does besides, as one change. */
export function movedBesides(patched: Kept<Deal>, to: MoveDeal, pipeline: Pipeline, by: Context): Kept<Deal> {
  const moved = moveDeal(patched.after, to, pipeline, by);
  if (!moved) return patched;
  const after = { ...moved.after, version: patched.after.version };
  return { ...patched, after, events: [...patched.events, ...moved.events] };
}

/** Where a deal that comes back stands where its pipeline has its stage no more, or as another kind: in the first of its own kind. */
export function standingIn(deal: Deal, pipeline: Pipeline): Partial<Deal> {
  const { stages, id } = pipeline;
  const isSame =
    deal.pipelineId === id && stages.some((one) => one.id === deal.stageId && one.kind === deal.status);
  const stage = isSame ? undefined : stages.find(({ kind }) => kind === deal.status);
  if (!stage) return {};
  const { pipelineId, stageId, stageTimes } = entered(deal, stage, deal.stageEnteredAt, id);
  return { pipelineId, stageId, stageTimes };
}

/** Brings a won or lost deal back into an open stage. */
export function reopenDeal(
  deal: Deal,
  stageId: string | undefined,
  pipeline: Pipeline,
  { now }: Context,
): Kept<Deal> {
  if (deal.status === 'open') throw new AppError('conflict', 'deal_open', `Deal ${deal.id} is open.`);
  const stage = stageId === undefined ? firstStage(pipeline) : stageOf(pipeline, stageId);
  if (stage.kind !== 'open') throw stageClosed('Reopen a deal into an open stage.');
  const { closedAt: _, lostReason: __, wonReason: ___, ...open } = entered(deal, stage, now);
  assertReady(open, stage);
  const after = nextVersion<Deal>(open, {}, now);
  return { of: dealRecord, before: deal, after, events: [movedEvent(deal, after)] };
}
