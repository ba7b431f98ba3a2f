import * as z from 'zod';
import { defineEvent } from '../core/event.ts';
import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';

/** What may change what last happened with a contact: every write of an activity, into the trash and out of it. */
export const activityEvents = [recordCreated, recordUpdated, recordDeleted, recordRestored].map((event) =>
  event('activity'),
);

/** Somebody was mentioned in a note that they may see, and had not been before. */
export const activityMentioned = defineEvent(
  'activity.mentioned',
  1,
  z.object({
    activityId: z.string(),
    contactId: z.string(),
    userIds: z.array(z.string()),
    byId: z.string().optional(),
  }),
);
