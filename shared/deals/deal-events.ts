import * as z from 'zod';
import { defineEvent } from '../core/event.ts';
import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';

/** A deal changed stage; also when it was reopened. */
export const dealMoved = defineEvent(
  'deal.moved',
  1,
  z.object({
    dealId: z.string(),
    pipelineId: z.string(),
    fromStageId: z.string(),
    toStageId: z.string(),
    status: z.enum(['open', 'won', 'lost']),
  }),
);

/** An open deal had no activity for its stage's idle days. */
export const dealIdle = defineEvent('deal.idle', 1, z.object({ dealId: z.string() }));
/** A rule has made a task of a deal's lying idle: what its owner is told of. */
export const idleTaskMade = defineEvent(
  'deal.idle_task_made',
  1,
  z.object({ dealId: z.string(), taskId: z.string() }),
);

/** What may touch a deal: every write of an activity or a task. */
export const touchingEvents = (['activity', 'task'] as const).flatMap((kind) => [
  recordCreated(kind),
  recordUpdated(kind),
  recordDeleted(kind),
  recordRestored(kind),
]);
/** What may change when deals become idle: a write of their pipeline. */
export const pipelineUpdated = recordUpdated('pipeline');
