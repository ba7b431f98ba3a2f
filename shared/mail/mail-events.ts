import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** A message from outside stands on a contact's timeline. */
export const mailReceived = defineEvent(
  'mail.received',
  1,
  z.object({
    intakeId: z.string(),
    activityId: z.string(),
    contactId: z.string(),
    threadId: z.string(),
    /** Whether the message made the contact: a new lead. */
    isNewContact: z.boolean(),
    /** Whether it continues a thread that was known. */
    isReply: z.boolean(),
    mailboxId: z.string().optional(),
  }),
);
