import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** What names one handing over of somebody's records: the user, and their version when it was asked for. */
const Leaver = z.object({ userId: z.string(), job: z.int() });

/** A user may do nothing in the workspace any more; what they had open is to be handed over. */
export const userDeactivated = defineEvent('user.deactivated', 1, Leaver);

/** Somebody who was deactivated is removed for good: a stub stays. */
export const userRemoved = defineEvent('user.removed', 1, z.object({ userId: z.string() }));

/**
 * The handing over goes on behind `after` in one of the user's lists, where one begins at its start; `found` says whether this
 * round has handed over anything.
 */
export const handoverGoesOn = defineEvent(
  'user.handover-goes-on',
  1,
  Leaver.extend({ list: z.int(), round: z.int(), found: z.boolean(), after: z.string().optional() }),
);
