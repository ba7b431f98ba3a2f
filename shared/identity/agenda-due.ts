import type { Item, Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { type AgendaDone, agendaDoneOf, agendaDueAt, agendaSk } from '../notifications/agenda.ts';
import { type AgendaHours, agendaHours } from '../notifications/agenda-hours.ts';
import { type KeptPreferences, preferencesKey, preferencesOf } from './preferences.ts';
import type { User } from './user.ts';

export const workspaceKey = (workspaceId: string): Key => recordKey(workspaceId, 'workspace', workspaceId);
const agendaKey = ({ workspaceId, id }: Named): Key => ({
  pk: recordKey(workspaceId, 'user', id).pk,
  sk: agendaSk,
});
type Named = Pick<User, 'workspaceId' | 'id'>;
/** What says when a user's agenda is due, besides the user. */
export const keysBeside = (user: Named): Key[] => [
  preferencesKey(user.workspaceId, user.id),
  agendaKey(user),
  workspaceKey(user.workspaceId),
];

type Beside = { preferences: KeptPreferences; hours: AgendaHours; timeZone: string; done: AgendaDone };
/** Their own time zone, else the workspace's. */
export function besideOf(user: Named, find: (key: Key) => Item | undefined): Beside {
  const [own, done, workspace] = keysBeside(user).map(find);
  const preferences = preferencesOf(own);
  return {
    preferences,
    hours: agendaHours(preferences.agenda),
    timeZone: preferences.timeZone ?? String(workspace?.timeZone ?? 'UTC'),
    done: agendaDoneOf(done),
  };
}

/** When it is due next (ISO 8601 UTC); never for who is not active. */
export const agendaDueOf = ({ createdAt, status }: User, beside: Beside): string | undefined =>
  status === 'active' ? agendaDueAt({ ...beside, createdAt }) : undefined;
