import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { Day } from '../core/day.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, type Kept, nextVersion, governedBase } from '../core/record.ts';
import {
  assertReady,
  firstStage,
  type Pipeline,
  requirableFields,
  stageClosed,
  stageOf,
} from './pipeline.ts';

/** Time in a stage: `totalMs` over the stays that are over; the current stay counts from the deal's `stageEnteredAt`. */
const StageTime = z.object({
  firstEnteredAt: z.iso.datetime(),
  entered: z.int().positive(),
  totalMs: z.int().nonnegative(),
});

const fields = {
  name: personal(z.string().trim().min(1).max(200), '(erased)'),
  contactId: idOf('contact').optional(),
  ownerId: idOf('user').optional(),
  /** A bound far above any deal, so that sums of many stay numbers that can be added up and kept. */
  amountCents: z.int().nonnegative().max(100_000_000_000_000).optional(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code like EUR.'),
  expectedCloseOn: Day.optional(),
};
export const Deal = z.object({
  ...governedBase('deal'),
  ...fields,
  pipelineId: idOf('pipeline'),
  stageId: z.string(),
  /** The kind of its stage. */
  status: z.enum(['open', 'won', 'lost']),
  stageEnteredAt: z.iso.datetime(),
  /** By stage id. */
  stageTimes: z.record(z.string(), StageTime),
  closedAt: z.iso.datetime().optional(),
  lostReason: personal(z.string().max(500).optional()),
  source: z.object({ kind: z.string(), id: z.string().optional() }).optional(),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Deal = z.infer<typeof Deal>;
export const dealRecord = defineOwned('deal', Deal, ({ ownerId }) => ownerId);
export const DealBody = Deal.omit({ workspaceId: true }).partial(maskOf('deal'));

export const NewDeal = z.strictObject({
  ...fields,
  currency: fields.currency.optional().describe("The workspace's where it is left out."),
  pipelineId: idOf('pipeline').optional().describe("The workspace's default where it is left out."),
  stageId: z.string().max(40).optional().describe("The pipeline's first open stage where it is left out."),
});
export type NewDeal = z.infer<typeof NewDeal>;
export const DealPatch = z.strictObject({
  name: fields.name.optional(),
  contactId: fields.contactId.nullable(),
  ownerId: fields.ownerId.nullable(),
  amountCents: fields.amountCents.nullable(),
  currency: fields.currency.optional(),
  expectedCloseOn: fields.expectedCloseOn.nullable(),
});
export type DealPatch = z.infer<typeof DealPatch>;
export const MoveDeal = z.strictObject({
  stageId: z.string().max(40),
  lostReason: z.string().trim().min(1).max(500).optional(),
});
export type MoveDeal = z.infer<typeof MoveDeal>;
export const ReopenDeal = z.strictObject({
  stageId: MoveDeal.shape.stageId
    .optional()
    .describe("The pipeline's first open stage where it is left out."),
});

export function createDeal(
  given: NewDeal,
  defaults: { pipeline: Pipeline; currency: string },
  { actor, now }: Context,
  more: { source?: Deal['source']; id?: string } = {},
): Kept<Deal> {
  const { pipeline } = defaults;
  const stage = given.stageId === undefined ? firstStage(pipeline) : stageOf(pipeline, given.stageId);
  if (stage.kind !== 'open') throw stageClosed('A new deal starts in an open stage; move it afterwards.');
  const after: Deal = {
    ...given,
    currency: given.currency ?? defaults.currency,
    source: more.source ?? { kind: 'api' },
    id: more.id ?? newId('deal', now),
    workspaceId: actor.workspaceId,
    pipelineId: pipeline.id,
    stageId: stage.id,
    status: stage.kind,
    stageEnteredAt: now,
    stageTimes: { [stage.id]: { firstEnteredAt: now, entered: 1, totalMs: 0 } },
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  assertReady(after, stage);
  return { of: dealRecord, before: undefined, after, events: [] };
}

/**
 * A patch may not take from an open deal what its stage asks for. What the stage began to ask for while the deal stood in
 * it is no hindrance to change something else.
 */
export function patchDeal(deal: Deal, patch: DealPatch, pipeline: Pipeline, { now }: Context): Kept<Deal> {
  const after = nextVersion(mergePatch(deal, patch), {}, now);
  const stage = pipeline.stages.find(({ id }) => id === deal.stageId);
  const takes = requirableFields.some((field) => deal[field] !== undefined && after[field] === undefined);
  if (deal.status === 'open' && stage && takes) assertReady(after, stage);
  return { of: dealRecord, before: deal, after, events: [] };
}
