import type { Queued } from '../projections/queued.ts';
import { env } from './env.ts';
import { enqueue } from './queue.ts';

/** Asks the projector for looks: at these records, or at all that a partition's entries name. */
export const queueLooks = (messages: Queued[], delayS = 0): Promise<void> =>
  enqueue(env('KEYS_QUEUE_URL'), messages, delayS);
