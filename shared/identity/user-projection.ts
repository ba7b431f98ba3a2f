import { dueEntry } from '../core/due.ts';
import { nameOf, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import {
  firstMailDueAt,
  subscriptionsKey,
  subscriptionsOf,
  subscriptionsSk,
} from '../dashboards/subscriptions.ts';
import { agendaSk } from '../notifications/agenda.ts';
import { agendaDueOf, besideOf, workspaceKey } from './agenda-due.ts';
import { preferencesSk } from './preferences.ts';
import { isHere, User } from './user.ts';

/** USER-3: a workspace's users by name, and whether they are away; not those who are removed. */
export const userListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#USER`;

export const userProjection: Projection = {
  definition: 4,
  beside: [preferencesSk, agendaSk, subscriptionsSk],
  lasting: [agendaSk, subscriptionsSk],
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
    const beside = besideOf(user, (key) => borrowed.get(nameOf(key)));
    const mailed = subscriptionsOf(borrowed.get(nameOf(subscriptionsKey(workspaceId, id))));
    const due = {
      agenda: agendaDueOf(user, beside),
      dashboard_mail: status === 'active' ? firstMailDueAt(mailed, beside.timeZone) : undefined,
    };
    const entries = Object.entries(due).flatMap(([reason, at]) =>
      at ? [dueEntry(at, reason as keyof typeof due, workspaceId, 'user', id)] : [],
    );
    return { entries: [listed, ...entries], counters: {} };
  },
};
