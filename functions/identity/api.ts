import { api } from '../../shared/platform/api.ts';
import { addTeamMemberOperation } from './operations/add-team-member.ts';
import { createKeyOperation } from './operations/create-key.ts';
import { createRoleOperation } from './operations/create-role.ts';
import { createTeamOperation } from './operations/create-team.ts';
import { createWorkspaceOperation } from './operations/create-workspace.ts';
import { deactivateUserOperation } from './operations/deactivate-user.ts';
import { deleteRoleOperation } from './operations/delete-role.ts';
import { deleteTeamOperation } from './operations/delete-team.ts';
import { endSessionOperation } from './operations/end-session.ts';
import { getKeyOperation } from './operations/get-key.ts';
import { getMeOperation } from './operations/get-me.ts';
import { getRoleOperation } from './operations/get-role.ts';
import { getTeamOperation } from './operations/get-team.ts';
import { getUserOperation } from './operations/get-user.ts';
import { getWorkspaceOperation } from './operations/get-workspace.ts';
import { inviteUserOperation } from './operations/invite-user.ts';
import { listKeysOperation } from './operations/list-keys.ts';
import { listRolesOperation } from './operations/list-roles.ts';
import { listSessionsOperation } from './operations/list-sessions.ts';
import { listTeamsOperation } from './operations/list-teams.ts';
import { listUsersOperation } from './operations/list-users.ts';
import { listWorkspacesOperation } from './operations/list-workspaces.ts';
import { patchKeyOperation } from './operations/patch-key.ts';
import { patchMeOperation } from './operations/patch-me.ts';
import { patchRoleOperation } from './operations/patch-role.ts';
import { patchTeamOperation } from './operations/patch-team.ts';
import { patchUserOperation } from './operations/patch-user.ts';
import { patchWorkspaceOperation } from './operations/patch-workspace.ts';
import { reactivateUserOperation } from './operations/reactivate-user.ts';
import { removeTeamMemberOperation } from './operations/remove-team-member.ts';
import { removeUserOperation } from './operations/remove-user.ts';
import { resendInvitationOperation } from './operations/resend-invitation.ts';
import { revokeKeyOperation } from './operations/revoke-key.ts';
import { rotateDropBoxOperation } from './operations/rotate-drop-box.ts';
import { signOutOperation } from './operations/sign-out.ts';
import { signOutEverywhereOperation } from './operations/sign-out-everywhere.ts';

export const handler = api([
  listUsersOperation,
  getMeOperation,
  getWorkspaceOperation,
  createKeyOperation,
  listKeysOperation,
  getKeyOperation,
  patchKeyOperation,
  revokeKeyOperation,
  listSessionsOperation,
  signOutOperation,
  endSessionOperation,
  signOutEverywhereOperation,
  listRolesOperation,
  getRoleOperation,
  createRoleOperation,
  patchRoleOperation,
  deleteRoleOperation,
  listTeamsOperation,
  createTeamOperation,
  getTeamOperation,
  patchTeamOperation,
  deleteTeamOperation,
  addTeamMemberOperation,
  removeTeamMemberOperation,
  inviteUserOperation,
  patchMeOperation,
  rotateDropBoxOperation,
  getUserOperation,
  patchUserOperation,
  resendInvitationOperation,
  deactivateUserOperation,
  reactivateUserOperation,
  removeUserOperation,
  listWorkspacesOperation,
  createWorkspaceOperation,
  patchWorkspaceOperation,
]);
