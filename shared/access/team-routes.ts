import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { NewTeam, TeamBody, TeamPatch } from './team.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const teamPath = z.object({ teamId: idOf('team') });
const memberPath = teamPath.extend({ userId: idOf('user') });
const teamId = 'tm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const userId = 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

export const listTeamsRoute = defineRoute({
  operationId: 'listTeams',
  method: 'GET',
  path: '/v1/teams',
  tag: 'Teams',
  summary: 'The workspace’s teams with their members and managers, by name',
  access: 'teams:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(TeamBody),
  errors: ['cursor_invalid'],
  example: { query: {} },
});

export const createTeamRoute = defineRoute({
  operationId: 'createTeam',
  method: 'POST',
  path: '/v1/teams',
  tag: 'Teams',
  summary: 'Make a team',
  description:
    'What a role reaches of `team` is what the members of one’s team own, and of the teams that one manages. It acts within 60 s. Send an Idempotency-Key to retry safely.',
  access: 'teams:write',
  ...nothing,
  body: NewTeam,
  status: 201,
  response: TeamBody,
  errors: ['reference_unknown', 'team_name_taken', 'team_member_taken', 'too_many_teams'],
  example: { body: { name: 'Sales', managerIds: [userId], memberIds: [] } },
});

export const getTeamRoute = defineRoute({
  operationId: 'getTeam',
  method: 'GET',
  path: '/v1/teams/{teamId}',
  tag: 'Teams',
  summary: 'A team with its members and managers',
  access: 'teams:read',
  ...nothing,
  params: teamPath,
  status: 200,
  response: TeamBody,
  errors: ['team_not_found'],
  example: { params: { teamId } },
});

export const patchTeamRoute = defineRoute({
  operationId: 'patchTeam',
  method: 'PATCH',
  path: '/v1/teams/{teamId}',
  tag: 'Teams',
  summary: 'Rename a team, or say who is in it and who manages it',
  description:
    'RFC 7396: each list replaces the list. Some forty people may come at once; add more by another request.',
  access: 'teams:write',
  ...nothing,
  params: teamPath,
  body: TeamPatch,
  status: 200,
  response: TeamBody,
  errors: ['team_not_found', 'reference_unknown', 'team_name_taken', 'team_member_taken', 'version_mismatch'],
  example: { params: { teamId }, body: { name: 'Field sales' } },
});

export const deleteTeamRoute = defineRoute({
  operationId: 'deleteTeam',
  method: 'DELETE',
  path: '/v1/teams/{teamId}',
  tag: 'Teams',
  summary: 'Delete a team; its members stay in the workspace',
  access: 'teams:write',
  ...nothing,
  params: teamPath,
  status: 204,
  response: z.undefined(),
  errors: ['team_not_found', 'version_mismatch'],
  example: { params: { teamId } },
});

export const addTeamMemberRoute = defineRoute({
  operationId: 'addTeamMember',
  method: 'PUT',
  path: '/v1/teams/{teamId}/members/{userId}',
  tag: 'Teams',
  summary: 'Put somebody into a team',
  description: 'Safe to repeat. Who is in another team must leave it first.',
  access: 'teams:write',
  ...nothing,
  params: memberPath,
  status: 200,
  response: TeamBody,
  errors: ['team_not_found', 'user_not_found', 'team_member_taken', 'team_full', 'version_mismatch'],
  example: { params: { teamId, userId } },
});

export const removeTeamMemberRoute = defineRoute({
  operationId: 'removeTeamMember',
  method: 'DELETE',
  path: '/v1/teams/{teamId}/members/{userId}',
  tag: 'Teams',
  summary: 'Take somebody out of a team',
  description: 'Safe to repeat: who is not in it stays out.',
  access: 'teams:write',
  ...nothing,
  params: memberPath,
  status: 204,
  response: z.undefined(),
  errors: ['team_not_found', 'version_mismatch'],
  example: { params: { teamId, userId } },
});

export const teamRoutes = [
  listTeamsRoute,
  createTeamRoute,
  getTeamRoute,
  patchTeamRoute,
  deleteTeamRoute,
  addTeamMemberRoute,
  removeTeamMemberRoute,
];
