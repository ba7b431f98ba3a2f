import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { canonical } from '../core/canonical.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';

/** A deal's fields that a stage may ask for before a deal enters it, custom ones among them. */
const requirableFields = [
  'amountCents',
  'expectedCloseOn',
  'contactId',
  'companyId',
  'ownerId',
  'items',
] as const;
const RequirableField = z.union([
  z.enum(requirableFields),
  z.string().regex(/^custom\.[a-z][A-Za-z0-9_]{0,63}$/, 'A field of a deal, or custom.<key>.'),
]);

const StageId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and hyphens, like `proposal`.');
export const Stage = z.strictObject({
  id: StageId,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['open', 'won', 'lost']).default('open'),
  /** Chance of winning, 0 to 1. */
  probability: z.number().min(0).max(1),
  /** Days without an activity after which an open deal is idle; none where it never is. */
  idleDays: z.int().min(1).max(365).optional(),
  requiredFields: z.array(RequirableField).max(20).default([]),
});
export type Stage = z.infer<typeof Stage>;

const Reasons = z.array(z.string().trim().min(1).max(100)).max(30);
const fields = {
  name: z.string().trim().min(1).max(100),
  stages: z.array(Stage).min(3).max(20),
  /** Why deals are lost and won; where there are some, no other is taken. What deals have keeps what it says. */
  lossReasons: Reasons.default([]),
  winReasons: Reasons.default([]),
};
export const Pipeline = z.object({ ...recordBase('pipeline'), ...fields });
export type Pipeline = z.infer<typeof Pipeline>;
export const pipelineRecord = defineRecord('pipeline', Pipeline);
export const PipelineBody = Pipeline.omit({ workspaceId: true });

export const NewPipeline = z.strictObject(fields);
export type NewPipeline = z.infer<typeof NewPipeline>;
/** The list of stages replaces the list: it says their order, and which are left. */
export const PipelinePatch = z.strictObject({
  name: fields.name.optional(),
  stages: fields.stages.optional(),
  lossReasons: Reasons.optional(),
  winReasons: Reasons.optional(),
});
export type PipelinePatch = z.infer<typeof PipelinePatch>;

export function stageOf({ id, stages }: Pipeline, stageId: string, pointer = '/stageId'): Stage {
  const stage = stages.find((one) => one.id === stageId);
  if (stage) return stage;
  const detail = `Pipeline ${id} has no stage ${stageId}. Its stages: ${stages.map((one) => one.id).join(', ')}.`;
  throw new AppError('invalid', 'stage_unknown', detail, {
    errors: [{ pointer, code: 'stage_unknown', detail }],
  });
}

export const firstStage = ({ stages }: Pipeline): Stage => {
  const open = stages.find(({ kind }) => kind === 'open');
  if (!open) throw new Error('A pipeline has an open stage');
  return open;
};

export const stageClosed = (detail: string) =>
  new AppError('invalid', 'stage_closed', detail, {
    errors: [{ pointer: '/stageId', code: 'stage_closed', detail }],
  });

type Fields = Record<string, unknown>;
/** Whether a deal has a field; `custom.<key>` is one of its own, and an empty list is none. */
export function hasField(deal: Fields, field: string): boolean {
  const [name = '', key] = field.split('.');
  const value = key === undefined ? deal[name] : (deal[name] as Fields | undefined)?.[key];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** The fields that a stage of a stored pipeline asks for. */
export const stageAsks = (pipeline: object | undefined, stageId: string): string[] =>
  (pipeline as Pipeline | undefined)?.stages.find(({ id }) => id === stageId)?.requiredFields ?? [];

/** Throws `stage_fields_missing`, with a pointer for each field that the stage asks for and the deal lacks. */
export function assertReady(deal: Fields, stage: Stage): void {
  const missing = stage.requiredFields.filter((field) => !hasField(deal, field));
  if (missing.length === 0) return;
  throw new AppError('invalid', 'stage_fields_missing', `Stage ${stage.id} needs ${missing.join(', ')}.`, {
    errors: missing.map((field) => ({
      pointer: `/${field.replace('.', '/')}`,
      code: 'required',
      detail: `${field} is needed in ${stage.id}.`,
    })),
  });
}

/** "Start with one simple process": what every workspace begins with. */
export const defaultStages: Stage[] = [
  { id: 'new', name: 'New', kind: 'open', probability: 0.1, idleDays: 3, requiredFields: [] },
  { id: 'contacted', name: 'Contacted', kind: 'open', probability: 0.3, idleDays: 7, requiredFields: [] },
  {
    id: 'proposal',
    name: 'Proposal',
    kind: 'open',
    probability: 0.6,
    idleDays: 10,
    requiredFields: ['amountCents'],
  },
  { id: 'won', name: 'Won', kind: 'won', probability: 1, requiredFields: ['amountCents'] },
  { id: 'lost', name: 'Lost', kind: 'lost', probability: 0, requiredFields: [] },
];

/** Throws `validation_failed` where a deal could not be opened, won or lost, or where two stages have one id. */
function assertWhole(stages: Stage[]): void {
  const twice = stages.findIndex(({ id }, i) => stages.findIndex((other) => other.id === id) < i);
  if (twice >= 0) throw invalidField(`/stages/${twice}/id`, 'stage_twice', 'Two stages have this id.');
  const kinds = new Set(stages.map(({ kind }) => kind));
  const missing = (['open', 'won', 'lost'] as const).filter((kind) => !kinds.has(kind));
  if (missing.length > 0) {
    const detail = `A pipeline needs an open, a won and a lost stage; there is no ${missing.join(', no ')} one.`;
    throw invalidField('/stages', 'stage_kind_missing', detail);
  }
}

export function createPipeline(
  said: Partial<NewPipeline> & Pick<NewPipeline, 'name' | 'stages'>,
  { actor, now }: Context,
): Kept<Pipeline> {
  const given = { lossReasons: [], winReasons: [], ...said };
  assertWhole(given.stages);
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = { ...given, id: newId('pipeline', now), ...base };
  return { of: pipelineRecord, before: undefined, after, events: [] };
}

/** Stages that a patch removes, or makes another kind of: no deal may stand in them. */
export function stagesTaken(pipeline: Pipeline, { stages }: PipelinePatch): Stage[] {
  if (!stages) return [];
  const kinds = new Map(stages.map(({ id, kind }) => [id, kind]));
  return pipeline.stages.filter(({ id, kind }) => kinds.get(id) !== kind);
}

/** `inUse`: those of `stagesTaken` that still have deals. Throws 409 `stage_in_use` for the first. */
export function patchPipeline(
  pipeline: Pipeline,
  patch: PipelinePatch,
  inUse: Stage[],
  { now }: Context,
): Kept<Pipeline> {
  const [stage] = inUse;
  if (stage) {
    const detail = `Stage ${stage.id} has deals. Move them before it is removed or becomes another kind of stage.`;
    throw new AppError('conflict', 'stage_in_use', detail);
  }
  const after = nextVersion(mergePatch(pipeline, patch), {}, now);
  assertWhole(after.stages);
  return { of: pipelineRecord, before: pipeline, after, events: [] };
}

const asksForOther = (one: Stage, other: Stage) =>
  canonical(one.requiredFields.toSorted()) !== canonical(other.requiredFields.toSorted());
/**
 * The stages whose deals a change makes others: where idle days or probability have changed, open ones are idle, or likely, at another
 * time; where the fields have that a stage asks for, deals lack another.
 */
export function stagesToLookAt(before: Stage[], after: Stage[]): Stage[] {
  const known = new Map(before.map((stage) => [stage.id, stage]));
  return after.filter((stage) => {
    const was = known.get(stage.id);
    if (!was) return false;
    const isOther = was.idleDays !== stage.idleDays || was.probability !== stage.probability;
    return (stage.kind === 'open' && isOther) || asksForOther(was, stage);
  });
}

/** Throws `pipeline_in_use` where it has deals, or is the one that new deals start in. */
export function deletePipeline(
  pipeline: Pipeline,
  usedBy: 'deals' | 'workspace' | undefined,
): Change<Pipeline> {
  if (usedBy) {
    const detail =
      usedBy === 'deals'
        ? `Pipeline ${pipeline.id} has deals. Move them to another first.`
        : `New deals start in pipeline ${pipeline.id}. Give the workspace another defaultPipelineId first.`;
    throw new AppError('conflict', 'pipeline_in_use', detail);
  }
  return { of: pipelineRecord, before: pipeline, after: undefined, events: [] };
}
