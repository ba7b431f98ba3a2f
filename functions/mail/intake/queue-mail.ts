import { env } from '../../../shared/platform/env.ts';
import { enqueue } from '../../../shared/platform/queue.ts';

/** Puts messages of our own on the queue that SES's notifications come by. */
export const queueMail = (messages: object[]): Promise<void> => enqueue(env('MAIL_QUEUE_URL'), messages);
