import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Contact } from './contact.ts';

/** CONTACT-3: a workspace's contacts by the moment they were made. */
export const contactListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#CONTACT`;

export const contactProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt } = Contact.parse(record);
    return {
      entries: [{ pk: contactListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'contact', id }],
      counters: {},
    };
  },
};
