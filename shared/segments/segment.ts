import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { segmentKinds } from './segment-kinds.ts';

const mostConditionBytes = 4096;

const fields = {
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(1000).optional(),
  of: z.enum(segmentKinds).describe('The kind of its records.'),
  condition: Condition,
};
/** Records that a condition holds of, kept up to date. */
export const Segment = z.object({ ...recordBase('segment'), ...fields });
export type Segment = z.infer<typeof Segment>;
export const segmentRecord = defineRecord('segment', Segment);

export const NewSegment = z.strictObject({
  ...fields,
  unlessThere: z
    .boolean()
    .default(false)
    .describe('Refuses with `segment_exists` where a segment of the kind has this very condition already.'),
});
export type NewSegment = z.infer<typeof NewSegment>;
export const SegmentPatch = z.strictObject({
  name: fields.name.optional(),
  description: fields.description.nullable(),
  condition: fields.condition.optional(),
});
export type SegmentPatch = z.infer<typeof SegmentPatch>;

function sound(segment: Segment): Segment {
  if (Buffer.byteLength(JSON.stringify(segment.condition)) > mostConditionBytes)
    throw invalidField('/condition', 'too_big', `A condition has at most ${mostConditionBytes} bytes.`);
  return segment;
}

export function createSegment(
  { unlessThere: _, ...given }: NewSegment,
  { actor, now }: Context,
): Kept<Segment> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = sound({ ...base, ...given, id: newId('segment', now) });
  return { of: segmentRecord, before: undefined, after, events: [] };
}

/** A condition is replaced as a whole: merged with the one before it would ask for something that nobody wrote. */
export function patchSegment(
  segment: Segment,
  { condition, ...patch }: SegmentPatch,
  { now }: Context,
): Kept<Segment> {
  const merged = { ...mergePatch(segment, patch), condition: condition ?? segment.condition };
  return {
    of: segmentRecord,
    before: segment,
    after: nextVersion(sound(merged), {}, now),
    events: [],
  };
}

export const deleteSegment = (segment: Segment): Change<Segment> => ({
  of: segmentRecord,
  before: segment,
  after: undefined,
  events: [],
});

export const tooManySegments = (detail: string) => new AppError('conflict', 'too_many_segments', detail);
