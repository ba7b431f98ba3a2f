import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
import { Day } from '../core/day.ts';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { clearable, mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import {
  amountOfLines,
  assertPriced,
  LineItem,
  mostAmountCents,
  mostLines,
  NewLineItem,
} from '../products/line-item.ts';
import { cameFields } from '../records/came-fields.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';
import { closing } from './closing.ts';
import { assertOpenedBefore } from './opened-on.ts';
import {
  assertReady,
  firstStage,
  hasField,
  type Pipeline,
  type Stage,
  stageClosed,
  stageOf,
} from './pipeline.ts';

/** Time in a stage: `totalMs` over the stays that are over; the current stay counts from the deal's `stageEnteredAt`. */
const StageTime = z.object({
  firstEnteredAt: z.iso.datetime(),
  /** Where it was entered more than once. */
  lastEnteredAt: z.iso.datetime().optional(),
  entered: z.int().positive(),
  totalMs: z.int().nonnegative(),
});

export const DealStatus = z.enum(['open', 'won', 'lost']);

const fields = {
  name: personal(z.string().trim().min(1).max(200), '(erased)'),
  /** Whom it is with first; others are linked. */
  contactId: idOf('contact').optional(),
  companyId: idOf('company').optional(),
  amountCents: z.int().nonnegative().max(mostAmountCents).optional(),
  /** ISO 4217. */
  currency: Currency,
  expectedCloseOn: Day.optional(),
  openedOn: Day.optional().describe(
    'When the sale began for the customer, where that is not the day on which it was written here.',
  ),
  ...cameFields,
  ...commonFields,
};
const reason = z.string().trim().min(1).max(500);
export const Deal = z.object({
  ...governedBase('deal'),
  ...fields,
  ...keptFields,
  /** A line of no product is in somebody's own words, which may name a person. */
  items: personal(z.array(LineItem).max(mostLines).default([])),
  pipelineId: idOf('pipeline'),
  stageId: z.string(),
  /** The kind of its stage. */
  status: DealStatus,
  stageEnteredAt: z.iso.datetime(),
  /** By stage id; of a pipeline that it stood in before by `<pipeline id>/<stage id>`. */
  stageTimes: z.record(z.string(), StageTime),
  closedAt: z.iso.datetime().optional(),
  lostReason: personal(z.string().max(500).optional()),
  wonReason: personal(z.string().max(500).optional()),
  source: z.object({ kind: z.string(), id: z.string().optional() }).optional(),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Deal = z.infer<typeof Deal>;
export const dealRecord = defineOwned(
  'deal',
  Deal,
  ({ ownerId }) => ownerId,
  (deal) => commonUnique('deal', deal),
);
export const DealBody = Deal.omit({ workspaceId: true, customKeys: true }).partial(maskOf('deal'));

export const NewDeal = z.strictObject({
  ...fields,
  currency: fields.currency.optional().describe("The workspace's where it is left out."),
  pipelineId: idOf('pipeline').optional().describe("The workspace's default where it is left out."),
  stageId: z.string().max(40).optional().describe("The pipeline's first open stage where it is left out."),
  items: z.array(NewLineItem).max(mostLines).default([]),
  amountCents: fields.amountCents.describe('For a deal without items; with items it is what they come to.'),
  closedAt: Instant.optional().describe(
    'When a deal that is over was won or lost; only then it may begin in a stage that is not open.',
  ),
  lostReason: reason.optional(),
  wonReason: reason.optional(),
});
export type NewDeal = z.infer<typeof NewDeal>;
export const DealPatch = z.strictObject({
  name: fields.name.optional(),
  contactId: fields.contactId.nullable(),
  companyId: fields.companyId.nullable(),
  amountCents: fields.amountCents.nullable(),
  currency: fields.currency.optional(),
  expectedCloseOn: fields.expectedCloseOn.nullable(),
  openedOn: fields.openedOn.nullable(),
  leadSource: fields.leadSource.nullable(),
  campaign: fields.campaign.nullable(),
  items: clearable(z.array(NewLineItem).max(mostLines)),
  ...commonPatch,
});
export type DealPatch = z.infer<typeof DealPatch>;
/** What a `PUT` says besides: where the deal stands. One that is there is moved. */
export const DealPut = DealPatch.extend({
  pipelineId: NewDeal.shape.pipelineId,
  stageId: z.string().max(40).optional(),
  closedAt: NewDeal.shape.closedAt.describe('Of a new deal alone.'),
  lostReason: NewDeal.shape.lostReason,
  wonReason: NewDeal.shape.wonReason,
});
export type DealPut = z.infer<typeof DealPut>;
export const MoveDeal = z.strictObject({
  stageId: z.string().max(40),
  pipelineId: idOf('pipeline').optional().describe('Another pipeline; the deal’s own where it is left out.'),
  lostReason: reason.optional().describe('One of the pipeline’s, where it has some.'),
  wonReason: reason.optional().describe('One of the pipeline’s, where it has some.'),
});
export type MoveDeal = z.infer<typeof MoveDeal>;
export const ReopenDeal = z.strictObject({
  stageId: MoveDeal.shape.stageId
    .optional()
    .describe("The pipeline's first open stage where it is left out."),
});

/** Lines with their prices are reckoned already (`linesOf`). */
type Reckoned<T> = Omit<T, 'items'> & { items?: LineItem[] | undefined };
type Said = Partial<Reckoned<NewDeal>> & Pick<NewDeal, 'name'>;

/** How a new deal stands in its stage: at once, or, where it is over, since it was closed. */
function standing({ closedAt, lostReason, wonReason }: Said, stage: Stage, pipeline: Pipeline, now: string) {
  if (stage.kind === 'open') {
    const said = Object.entries({ closedAt, lostReason, wonReason }).find(([, value]) => value !== undefined);
    if (said) throw invalidField(`/${said[0]}`, 'stage_open', `A deal in ${stage.id} is not over yet.`);
    return { stageEnteredAt: now };
  }
  if (!closedAt) throw stageClosed('A new deal starts in an open stage, unless it says when it was closed.');
  if (closedAt > now) throw invalidField('/closedAt', 'too_late', 'A deal was closed before now.');
  return { stageEnteredAt: closedAt, ...closing(stage, { lostReason, wonReason }, pipeline, closedAt) };
}

/** Throws `stage_unknown`, `stage_closed`, `stage_fields_missing`, `lost_reason_missing`, `reason_unknown`, `amount_mismatch`, `opened_too_late`. */
export function createDeal(
  said: Said,
  defaults: { pipeline: Pipeline; currency: string },
  by: Context,
  more: { source?: Deal['source']; id?: string } = {},
): Kept<Deal> {
  const { actor, now } = by;
  const { pipeline } = defaults;
  const { closedAt: _, lostReason: __, wonReason: ___, items = [], tags = [], custom = {}, ...given } = said;
  const stage = given.stageId === undefined ? firstStage(pipeline) : stageOf(pipeline, given.stageId);
  const stands = standing(said, stage, pipeline, now);
  assertOpenedBefore(given.openedOn, stands.closedAt ?? now);
  const amountCents = amountOfLines(items, given.amountCents, undefined);
  const after: Deal = {
    ...given,
    items,
    tags: distinctFolded(tags),
    custom,
    ...(amountCents !== undefined && { amountCents }),
    currency: given.currency ?? defaults.currency,
    source: more.source ?? by.source ?? { kind: 'api' },
    id: more.id ?? idForNew('deal', by),
    workspaceId: actor.workspaceId,
    pipelineId: pipeline.id,
    stageId: stage.id,
    status: stage.kind,
    ...stands,
    stageTimes: { [stage.id]: { firstEnteredAt: stands.stageEnteredAt, entered: 1, totalMs: 0 } },
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  assertReady(after, stage);
  return { of: dealRecord, before: undefined, after, events: [] };
}

/**
 * A patch may not take from an open deal what its stage asks for. What the stage began to ask for while the deal stood in
 * it is no hindrance to change something else. Throws `stage_fields_missing`, `amount_mismatch`, `opened_too_late`.
 */
export function patchDeal(
  deal: Deal,
  patch: Reckoned<DealPatch>,
  pipeline: Pipeline,
  { now }: Context,
): Kept<Deal> {
  const merged = mergePatch(deal, patch);
  assertOpenedBefore(patch.openedOn ?? undefined, deal.closedAt ?? now);
  assertPriced(deal, patch);
  const amountCents = amountOfLines(merged.items, patch.amountCents ?? undefined, merged.amountCents);
  const reckoned = { ...merged, ...(amountCents !== undefined && { amountCents }) };
  const after = nextVersion<Deal>({ ...reckoned, tags: distinctFolded(merged.tags) }, {}, now);
  const stage = pipeline.stages.find(({ id }) => id === deal.stageId);
  const takes = stage?.requiredFields.some((field) => hasField(deal, field) && !hasField(after, field));
  if (deal.status === 'open' && stage && takes) assertReady(after, stage);
  return { of: dealRecord, before: deal, after, events: [] };
}
