import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { agendaSk } from '../notifications/agenda.ts';
import { agendaDueOf, besideOf, workspaceKey } from './agenda-due.ts';
import { preferencesSk } from './preferences.ts';
import { isHere, User } from './user.ts';

/** USER-3: a workspace's users by name, and whether they are away; not those who are removed. */
export const userListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#USER`;

export const userProjection: Projection = {
  definition: 3,
  beside: [preferencesSk, agendaSk],
  lasting: [agendaSk],
  borrows: (record) => [{ ...workspaceKey(String(record.workspaceId)), lasting: true }],
  project({ record, borrowed }) {
    const user = User.parse(record);
    const { workspaceId, id, name, status } = user;
    if (status === 'removed') return { entries: [], counters: {} };
    const away = isHere(user) ? {} : { isAway: true };
    const listed = {
      pk: userListPk(workspaceId),
      sk: `${name.toLowerCase()}#${id}`,
      of: 'user',
      id,
      ...away,
    };
    const due = agendaDueOf(
      user,
      besideOf(user, (key) => borrowed.get(nameOf(key))),
    );
    const entries = due ? [listed, dueEntry(due, 'agenda', workspaceId, 'user', id)] : [listed];
    return { entries, counters: {} };
  },
};
