import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { defineRecord, recordBase } from '../core/record.ts';

/** A deal's fields that a stage may ask for before a deal enters it. */
export const requirableFields = ['amountCents', 'expectedCloseOn', 'contactId', 'ownerId'] as const;

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
  requiredFields: z.array(z.enum(requirableFields)).default([]),
});
export type Stage = z.infer<typeof Stage>;

export const Pipeline = z.object({
  ...recordBase('pipeline'),
  name: z.string().trim().min(1).max(100),
  stages: z.array(Stage).min(2).max(20),
});
export type Pipeline = z.infer<typeof Pipeline>;
export const pipelineRecord = defineRecord('pipeline', Pipeline);

export function stageOf({ id, stages }: Pipeline, stageId: string): Stage {
  const stage = stages.find((one) => one.id === stageId);
  if (stage) return stage;
  const detail = `Pipeline ${id} has no stage ${stageId}. Its stages: ${stages.map((one) => one.id).join(', ')}.`;
  throw new AppError('invalid', 'stage_unknown', detail, {
    errors: [{ pointer: '/stageId', code: 'stage_unknown', detail }],
  });
}

export const firstStage = ({ stages }: Pipeline): Stage => {
  const open = stages.find(({ kind }) => kind === 'open');
  if (!open) throw new Error('A pipeline has an open stage');
  return open;
};

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
