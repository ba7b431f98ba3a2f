import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** A form was sent and stored; once a submission. `submissionId` is the id of its activity. */
export const formSubmitted = defineEvent(
  'form.submitted',
  1,
  z.object({
    submissionId: z.string(),
    formId: z.string(),
    contactId: z.string(),
    dealId: z.string().optional(),
    isNewContact: z.boolean(),
  }),
);
