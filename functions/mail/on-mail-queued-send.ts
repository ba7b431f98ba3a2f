import { mailQueued } from '../../shared/mail/outbound-events.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { sendMessage } from './sending/send-message.ts';

/** The one place that gives mail to SES; how many run at once is bounded by the queue. */
export const handler = consumer([mailQueued], ({ id, workspaceId, data }) =>
  sendMessage(workspaceId, data.messageId, id),
);
