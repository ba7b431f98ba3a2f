import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { type FieldKind, fieldKinds, Permission } from '../core/policy.ts';
import { defineRoute } from '../core/route.ts';
import { Reassignment } from './handover.ts';
import { Invitation, MePatch, MyselfBody, UserBody, UserPatch } from './user.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const userPath = z.object({ userId: idOf('user') });
const userId = 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const example = { params: { userId } };

const ShownUser = UserBody.extend({
  reassignment: Reassignment.optional().describe('Of somebody who is deactivated: where what they had goes.'),
});

export const listUsersRoute = defineRoute({
  operationId: 'listUsers',
  method: 'GET',
  path: '/v1/users',
  tag: 'Users',
  summary: 'The members of the workspace, by name',
  description: 'Also those who are invited or deactivated; see `status`.',
  access: 'users:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(UserBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 100 } },
});

export const inviteUserRoute = defineRoute({
  operationId: 'inviteUser',
  method: 'POST',
  path: '/v1/users',
  tag: 'Users',
  summary: 'Invite somebody by their e-mail address',
  description:
    'They get a mail with a first password; somebody who has an account of this deployment already is let in at once. Safe to repeat: the same address is the same user, who stays as they are. They are `invited` until they have asked for `/v1/users/me`. One gives no roles that may do more than one’s own, unless one may write roles.',
  access: 'users:write',
  ...nothing,
  body: Invitation,
  status: 201,
  response: UserBody,
  errors: [
    'reference_unknown',
    'role_out_of_reach',
    'user_inactive',
    'user_email_taken',
    'too_many_workspaces',
    'pool_user_gone',
    'busy',
  ],
  example: { body: { email: 'rosa@example.com', name: 'Rosa Lindqvist', roles: ['rep'] } },
});

const Fields = z.object({ hidden: z.array(z.string()), readonly: z.array(z.string()) });
const dropBoxAddress = z
  .string()
  .describe(
    'A mail that I send here, in copy or forwarded, is logged with its contacts (docs/mail-in.md). For me alone. Absent where no mail domain is held to the workspace.',
  );
const MeBody = MyselfBody.extend({
  permissions: z.array(Permission),
  teamIds: z.array(idOf('team')).describe('The teams that I am in or manage.'),
  fields: z
    .object(Object.fromEntries(fieldKinds.map((kind) => [kind, Fields])) as Record<FieldKind, typeof Fields>)
    .describe('Fields that some record in my reach does not show me, or does not let me set.'),
  workspaces: z.array(z.object({ id: idOf('workspace'), name: z.string() })),
  dropBoxAddress: dropBoxAddress.optional(),
});
export const getMeRoute = defineRoute({
  operationId: 'getMe',
  method: 'GET',
  path: '/v1/users/me',
  tag: 'Users',
  summary: 'Who I am in this workspace, and what I may do',
  description:
    'The header `Rapport-Workspace` chooses the workspace where a credential has several. Who was invited is active from the first time on.',
  access: 'signed_in',
  ...nothing,
  status: 200,
  response: MeBody,
  showsMore: true,
  errors: ['user_not_found'],
  example: {},
});

export const patchMeRoute = defineRoute({
  operationId: 'patchMe',
  method: 'PATCH',
  path: '/v1/users/me',
  tag: 'Users',
  summary: 'Change my name and my preferences',
  description:
    'RFC 7396. Preferences are nobody else’s to see, and are in no history; they are a workspace’s, and go with one’s place in it. `If-Match` is held to the user, whose version preferences do not count.',
  access: 'users:read',
  ...nothing,
  body: MePatch,
  status: 200,
  response: MyselfBody,
  showsMore: true,
  errors: ['user_not_found', 'version_mismatch'],
  example: { body: { name: 'Rosa Lindqvist', preferences: { theme: 'dark', guide: { done: ['form'] } } } },
});

export const rotateDropBoxRoute = defineRoute({
  operationId: 'rotateDropBox',
  method: 'POST',
  path: '/v1/users/me/drop-box/rotate',
  tag: 'Users',
  summary: 'Get another address for my drop-box',
  description:
    'What is sent to the one before is skipped as `drop_box_unknown` from then on. Done twice it is rotated twice; send an Idempotency-Key to retry safely.',
  access: 'signed_in',
  ...nothing,
  body: z.strictObject({}),
  status: 200,
  response: z.object({ dropBoxAddress }),
  errors: ['user_not_found', 'mail_domain_missing'],
  example: { body: {} },
});

export const getUserRoute = defineRoute({
  operationId: 'getUser',
  method: 'GET',
  path: '/v1/users/{userId}',
  tag: 'Users',
  summary: 'A user; a stub of one who was removed',
  access: 'users:read',
  ...nothing,
  params: userPath,
  status: 200,
  response: ShownUser,
  showsMore: true,
  errors: ['user_not_found'],
  example,
});

export const patchUserRoute = defineRoute({
  operationId: 'patchUser',
  method: 'PATCH',
  path: '/v1/users/{userId}',
  tag: 'Users',
  summary: 'Change somebody’s name or roles',
  description:
    'Roles act within 60 s. One gives no roles that may do more than one’s own, unless one may write roles; the last administrator who has signed in stays one.',
  access: 'users:write',
  ...nothing,
  params: userPath,
  body: UserPatch,
  status: 200,
  response: UserBody,
  errors: [
    'user_not_found',
    'reference_unknown',
    'role_out_of_reach',
    'last_admin',
    'subject_unknown',
    'user_removed',
    'version_mismatch',
  ],
  example: { ...example, body: { roles: ['rep', 'marketing'] } },
});

export const resendInvitationRoute = defineRoute({
  operationId: 'resendInvitation',
  method: 'POST',
  path: '/v1/users/{userId}/resend-invitation',
  tag: 'Users',
  summary: 'Send the invitation again, with a new first password',
  access: 'users:write',
  ...nothing,
  params: userPath,
  status: 200,
  response: UserBody,
  errors: ['user_not_found', 'invitation_accepted', 'pool_user_gone', 'busy'],
  example,
});

export const deactivateUserRoute = defineRoute({
  operationId: 'deactivateUser',
  method: 'POST',
  path: '/v1/users/{userId}/deactivate',
  tag: 'Users',
  summary: 'Shut somebody out, and hand over what they have open',
  description:
    'They are refused within 60 s, everywhere and with every key, and leave their team. Their contacts, open deals and open tasks go to `reassignTo`, to nobody where it is null or left out; that takes its time, which the user’s `reassignment` tells. What somebody else has taken meanwhile stays theirs. Safe to repeat; with another `reassignTo` what is left goes there.',
  access: 'users:write',
  ...nothing,
  params: userPath,
  body: z.strictObject({ reassignTo: idOf('user').nullable().default(null) }),
  status: 200,
  response: ShownUser,
  errors: [
    'user_not_found',
    'reference_unknown',
    'last_admin',
    'subject_unknown',
    'user_removed',
    'version_mismatch',
  ],
  example: { ...example, body: { reassignTo: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BD' } },
});

export const reactivateUserRoute = defineRoute({
  operationId: 'reactivateUser',
  method: 'POST',
  path: '/v1/users/{userId}/reactivate',
  tag: 'Users',
  summary: 'Let somebody in again, with the roles that they had',
  description:
    'What is not handed over by then stays theirs; what was does not come back, nor do their team and their keys. Safe to repeat.',
  access: 'users:write',
  ...nothing,
  params: userPath,
  status: 200,
  response: UserBody,
  errors: [
    'user_not_found',
    'role_out_of_reach',
    'too_many_workspaces',
    'subject_unknown',
    'user_removed',
    'version_mismatch',
    'pool_user_gone',
    'busy',
  ],
  example,
});

export const removeUserRoute = defineRoute({
  operationId: 'removeUser',
  method: 'DELETE',
  path: '/v1/users/{userId}',
  tag: 'Users',
  summary: 'Remove somebody who is deactivated for good',
  description:
    'Their name and address go; a stub stays, so that what they did still names an id. Once what they had is handed over. Safe to repeat. Invited again they are the same user.',
  access: 'users:write',
  ...nothing,
  params: userPath,
  status: 204,
  response: z.undefined(),
  errors: ['user_not_found', 'user_active', 'reassignment_running', 'subject_unknown', 'version_mismatch'],
  example,
});

export const userRoutes = [
  listUsersRoute,
  inviteUserRoute,
  getMeRoute,
  patchMeRoute,
  rotateDropBoxRoute,
  getUserRoute,
  patchUserRoute,
  resendInvitationRoute,
  deactivateUserRoute,
  reactivateUserRoute,
  removeUserRoute,
];
