import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Message, type MessageStatus } from './message.ts';

/** OUTBOUND-2: a workspace's mails, or those of one status, by the moment they were made. */
export const messageListPk = (workspaceId: string, status?: MessageStatus) =>
  `${workspacePk(workspaceId)}#LIST#MESSAGE${status ? `#${status}` : ''}`;

export const messageProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt, status } = Message.parse(record);
    const entry = (pk: string) => ({ pk, sk: `${createdAt}#${id}`, of: 'message', id });
    const entries = [entry(messageListPk(workspaceId)), entry(messageListPk(workspaceId, status))];
    return { entries, counters: {} };
  },
};
