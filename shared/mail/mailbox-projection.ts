import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Mailbox } from './mailbox.ts';

/** MAILBOX-2: a workspace's mailboxes by address. */
export const mailboxListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#MAILBOX`;

export const mailboxProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, address } = Mailbox.parse(record);
    return {
      entries: [{ pk: mailboxListPk(workspaceId), sk: `${address}#${id}`, of: 'mailbox', id }],
      counters: {},
    };
  },
};
