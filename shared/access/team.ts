import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { caseFolded } from '../core/text.ts';

export const mostTeams = 50;
const mostManagers = 20;
const mostMembers = 80;
/** Writes that a change of people asks for, beside those of the record itself, in a transaction of 100. */
const mostWrites = 90;

const people = (most: number) =>
  z
    .array(idOf('user'))
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'Somebody is named twice.');
const fields = {
  name: z.string().trim().min(1).max(60),
  managerIds: people(mostManagers).describe('Who reach what its members reach; of any number of teams.'),
  memberIds: people(mostMembers).describe('Nobody is a member of two teams.'),
};
export const Team = z.object({ ...recordBase('team'), ...fields });
export type Team = z.infer<typeof Team>;
export const teamRecord = defineRecord('team', Team, (team) => [
  { name: 'team_name', value: caseFolded(team.name) },
  ...team.memberIds.map((value) => ({ name: 'team_member', value })),
]);
export const TeamBody = Team.omit({ workspaceId: true });

export const NewTeam = z.strictObject({
  name: fields.name,
  managerIds: fields.managerIds.default([]),
  memberIds: fields.memberIds.default([]),
});
export type NewTeam = z.infer<typeof NewTeam>;
/** Each list replaces the list. */
export const TeamPatch = z.strictObject({
  name: fields.name.optional(),
  managerIds: fields.managerIds.optional(),
  memberIds: fields.memberIds.optional(),
});
export type TeamPatch = z.infer<typeof TeamPatch>;

const without = (all: readonly string[], some: readonly string[]) => all.filter((id) => !some.includes(id));
/** Those whose membership a change changes: their records stand in other lists afterwards. */
export const whoMoved = (before: readonly string[], after: readonly string[]): string[] => [
  ...without(before, after),
  ...without(after, before),
];
type People = Pick<Team, 'managerIds' | 'memberIds'>;
const nobody: People = { managerIds: [], memberIds: [] };
/** Who comes in, by where the body names them: they must be users who are not gone. */
export const comers = (before: People | undefined, after: People): { id: string; pointer: string }[] =>
  (['memberIds', 'managerIds'] as const).flatMap((list) =>
    after[list]
      .map((id, n) => ({ id, pointer: `/${list}/${n}` }))
      .filter(({ id }) => !(before ?? nobody)[list].includes(id)),
  );

/** A member that comes is a value to claim and a user to look at, one that goes a value to free, a manager a user. */
function assertFits(before: People | undefined, after: People): void {
  const { memberIds } = before ?? nobody;
  const writes = comers(before, after).length + whoMoved(memberIds, after.memberIds).length;
  if (writes <= mostWrites) return;
  const detail = 'So many people cannot come and go at once. Send some of them, then the others.';
  throw invalidField('/memberIds', 'too_many_at_once', detail);
}

export function createTeam(given: NewTeam, { actor, now }: Context): Kept<Team> {
  assertFits(undefined, given);
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: Team = { ...base, ...given, id: newId('team', now) };
  return { of: teamRecord, before: undefined, after, events: [] };
}

export function patchTeam(team: Team, patch: TeamPatch, { now }: Context): Kept<Team> {
  const after = nextVersion(mergePatch(team, patch), {}, now);
  assertFits(team, after);
  return { of: teamRecord, before: team, after, events: [] };
}

/** Throws 409 `team_full`. Who is in it already stays where they are. */
export function addToTeam(team: Team, userId: string, by: Context): Kept<Team> {
  const memberIds = [...without(team.memberIds, [userId]), userId];
  if (memberIds.length > mostMembers)
    throw new AppError('conflict', 'team_full', `A team has at most ${mostMembers} members.`);
  return patchTeam(team, { memberIds: team.memberIds.includes(userId) ? team.memberIds : memberIds }, by);
}

export const takeFromTeam = (team: Team, userId: string, by: Context): Kept<Team> =>
  patchTeam(team, { memberIds: without(team.memberIds, [userId]) }, by);

/** Somebody who goes altogether: they are neither member nor manager any more. */
export const leaveTeam = (team: Team, userId: string, by: Context): Kept<Team> =>
  patchTeam(
    team,
    { memberIds: without(team.memberIds, [userId]), managerIds: without(team.managerIds, [userId]) },
    by,
  );

export const deleteTeam = (team: Team): Change<Team> => ({
  of: teamRecord,
  before: team,
  after: undefined,
  events: [],
});

export const tooManyTeams = () =>
  new AppError('conflict', 'too_many_teams', `A workspace has at most ${mostTeams} teams.`);
