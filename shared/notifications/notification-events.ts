import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** Somebody is told of something, once: whatever the transaction was that told them. */
export const notificationMade = defineEvent(
  'notification.made',
  1,
  z.object({ notificationId: z.string(), userId: z.string(), topic: z.string() }),
);
