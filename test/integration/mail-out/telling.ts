import { handler as record } from '../../../functions/mail/on-ses-event-record-feedback.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { acme } from '../../fixtures/ids.ts';
import { aQueued, deliverBody, sendOne, stored } from './outgoing.ts';

export const toldAt = '2026-11-22T13:00:00.000Z';
const parts = {
  delivery: ['Email Delivered', (timestamp: string) => ({ delivery: { timestamp } })],
  bounce: [
    'Email Bounced',
    (timestamp: string) => ({ bounce: { timestamp, bounceType: 'Permanent', bounceSubType: 'General' } }),
  ],
  soft: [
    'Email Bounced',
    (timestamp: string) => ({ bounce: { timestamp, bounceType: 'Transient', bounceSubType: 'MailboxFull' } }),
  ],
  complaint: [
    'Email Complaint Received',
    (timestamp: string) => ({ complaint: { timestamp, complaintFeedbackType: 'abuse' } }),
  ],
  praise: [
    'Email Complaint Received',
    (timestamp: string) => ({ complaint: { timestamp, complaintFeedbackType: 'not-spam' } }),
  ],
} as const;
type More = { workspace?: string; at?: string };

/** Gives the consumer what SES tells of a mail; answers whether it was dealt with. */
export function told(
  kind: keyof typeof parts,
  { id, sesMessageId = 'ses-1' }: Partial<Message>,
  { workspace = acme, at = toldAt }: More = {},
): Promise<boolean> {
  const [detailType, part] = parts[kind];
  const tags = {
    'rapport-workspace': [workspace],
    'rapport-message': [id],
    'ses:from-domain': ['acme.test'],
  };
  const mail = { timestamp: at, messageId: sesMessageId, destination: ['ada@example.com'], tags };
  return deliverBody(record, {
    source: 'aws.ses',
    'detail-type': detailType,
    detail: { mail, ...part(at) },
  });
}

/** A mail that SES took. */
export async function aSent(over: Parameters<typeof aQueued>[0] = {}): Promise<Message> {
  const message = await aQueued(over);
  await sendOne(message);
  return stored(message);
}
