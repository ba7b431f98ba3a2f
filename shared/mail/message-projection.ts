import { dueEntry } from '../core/due.ts';
import { kindOfId } from '../core/ids.ts';
import type { Projection } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { Message, type MessageStatus } from './message.ts';
import { unsettledAt } from './unsettled.ts';

/** OUTBOUND-2: a workspace's mails, or those of one status, by the moment they were made. */
export const messageListPk = (workspaceId: string, status?: MessageStatus) =>
  `${workspacePk(workspaceId)}#LIST#MESSAGE${status ? `#${status}` : ''}`;

/** OUTBOUND-3: the mails that name a contact or a deal, whether they were sent or not. */
export const recordMessagesPk = (workspaceId: string, kind: 'contact' | 'deal', id: string) =>
  `${recordKey(workspaceId, kind, id).pk}#MESSAGES`;

const namedBy = ({ contactId, dealId, names = [] }: Message): string[] => [
  ...new Set([contactId, dealId, ...names].filter((one) => one !== undefined)),
];
const kindNamed = (named: string) => (kindOfId(named) === 'deal' ? 'deal' : 'contact');

export const messageProjection: Projection = {
  definition: 4,
  project({ record }) {
    const message = Message.parse(record);
    const { workspaceId, id, createdAt, status } = message;
    const entry = (pk: string) => ({ pk, sk: `${createdAt}#${id}`, of: 'message', id });
    const due = unsettledAt(message);
    const entries = [
      entry(messageListPk(workspaceId)),
      entry(messageListPk(workspaceId, status)),
      ...namedBy(message).map((named) => entry(recordMessagesPk(workspaceId, kindNamed(named), named))),
      ...(due ? [dueEntry(due, 'mail_unsettled', workspaceId, 'message', id)] : []),
    ];
    return { entries, counters: {} };
  },
};
