import * as z from 'zod';
import { Definition } from '../definition.ts';

const mostDays = 30;
const mostTried = 50;

export const DryRun = z.strictObject({
  definition: Definition.optional().describe('What is tried; the rule’s draft where nothing is said.'),
  days: z.int().min(1).max(mostDays).default(7).describe('How far back events are looked for.'),
  limit: z
    .int()
    .min(1)
    .max(mostTried)
    .default(20)
    .describe('On how many of them, newest first, it is tried.'),
});

export const TriedStep = z.object({
  stepId: z.string(),
  do: z.string(),
  outcome: z
    .enum(['would', 'skipped', 'waits', 'yes', 'no', 'stops'])
    .describe(
      '`would`: it would do what `says` says. `skipped`: it would do nothing, `code` says why. `waits`: it would, and what follows is told as if it had. `yes`, `no`: where a branch leads.',
    ),
  code: z.string().optional(),
  says: z.record(z.string(), z.unknown()).optional(),
});
export type TriedStep = z.infer<typeof TriedStep>;

export const TriedRun = z.object({
  event: z.object({ id: z.string(), type: z.string(), at: z.iso.datetime() }),
  recordId: z.string(),
  begins: z.boolean(),
  reason: z
    .enum(['condition', 'record_gone', 'person_erased'])
    .optional()
    .describe('Why it would not begin.'),
  steps: z.array(TriedStep),
});
export type TriedRun = z.infer<typeof TriedRun>;

export const DryRunAnswer = z.object({
  items: z.array(TriedRun).describe('Newest event first.'),
  matched: z.int().describe('How many events its trigger names, of those that were looked at.'),
  looked: z.int().describe('How many changes were looked at.'),
  since: z.iso.datetime().describe('From when on they are all that there were.'),
});
