import type { Context } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { changesNothing, type Kept } from '../core/record.ts';
import { mustBeHere } from '../identity/user-store.ts';
import { queryItems } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { comers, mostTeams, type Team, teamRecord, tooManyTeams } from './team.ts';
import { teamListPk } from './team-projection.ts';

/** TEAM-1: by id, one GetItem. */
export const teamStore = recordStore(teamRecord);

/** TEAM-2: by name, one Query and one BatchGet a page. */
export const teamPage = (workspaceId: string, page: PageRequest): Promise<Page<Team>> =>
  recordPage({ pk: teamListPk(workspaceId) }, page, 'teams', (ids) => teamStore.getMany(workspaceId, ids));

/** All of a workspace's teams, as they were a second ago at most: who is found in one is looked at there. */
async function allTeams(workspaceId: string): Promise<Team[]> {
  const { items } = await queryItems({ pk: teamListPk(workspaceId), limit: 2 * mostTeams });
  const ids = items.map(({ id }) => String(id));
  return ids.length > 0 ? teamStore.getMany(workspaceId, ids) : [];
}

/** Throws `too_many_teams`. The list is a second behind, so that some made at once may be a few more. */
export async function assertRoomForTeam(workspaceId: string): Promise<void> {
  const { items } = await queryItems({ pk: teamListPk(workspaceId), limit: mostTeams });
  if (items.length >= mostTeams) throw tooManyTeams();
}

/** TEAM-3: the team that somebody is in: by the member that it holds, two reads; then those that they manage. */
export async function teamsOf(workspaceId: string, userId: string): Promise<Team[]> {
  const [own, all] = await Promise.all([
    teamStore.findByUnique(workspaceId, { name: 'team_member', value: userId }),
    allTeams(workspaceId),
  ]);
  const managed = all.filter(({ id, managerIds }) => id !== own?.id && managerIds.includes(userId));
  return [...(own ? [own] : []), ...managed];
}

/**
 * Stores a team whose new people are all users of the workspace who are not gone. Throws `reference_unknown`,
 * `team_member_taken` with the other team's id, `team_name_taken`.
 */
export async function saveTeam(change: Kept<Team>, by: Context): Promise<Team> {
  const { before, after } = change;
  if (before && changesNothing(change)) return before;
  const checks = new Map(comers(before, after).map(({ id, pointer }) => [id, pointer])); // an item stands in a transaction once
  const also = [...checks].map(([id, pointer]) => mustBeHere(after.workspaceId, id, pointer));
  await teamStore.save(change, by, also);
  return after;
}
