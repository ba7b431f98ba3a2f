import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

const data = z.object({ messageId: z.string(), purpose: z.string() });

/** A mail is to be sent: it is new, or a person asked for another attempt. */
export const mailQueued = defineEvent('mail.queued', 1, data);
/** SES took the mail. */
export const mailSent = defineEvent('mail.sent', 1, data);
/** SES will never take this mail as it is. */
export const mailFailed = defineEvent('mail.failed', 1, data);
/** Nobody knows whether SES took the mail; it is not sent again until a person says so. */
export const mailDoubtful = defineEvent('mail.doubtful', 1, data);
/** The address bounced for good, or its owner complained. */
export const mailRefused = defineEvent('mail.refused', 1, data);

const told = data.extend({ contactId: z.string() });
/** A contact opened a mail for the first time, as far as its pixel tells. */
export const mailOpened = defineEvent('mail.opened', 1, told);
/** A contact followed a link of a mail for the first time. */
export const mailClicked = defineEvent('mail.clicked', 1, told);
/** A mail to a contact came back, and is not tried again. */
export const mailBounced = defineEvent(
  'mail.bounced',
  1,
  told.extend({ bounce: z.enum(['permanent', 'transient', 'undetermined']) }),
);
