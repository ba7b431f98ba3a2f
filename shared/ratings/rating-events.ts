import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** Somebody rated us by a link of a mail, or changed their mind; the activity says how. `aboutId`: the ticket or the deal. */
export const ratingGiven = defineEvent(
  'rating.given',
  1,
  z.object({ activityId: z.string(), contactId: z.string(), aboutId: z.string() }),
);
