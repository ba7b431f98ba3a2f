import { AppError } from '../../../shared/core/errors.ts';
import { resendInvitationRoute } from '../../../shared/identity/user-routes.ts';
import { getUserHere } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { resendInvitation } from '../../../shared/platform/user-pool.ts';

const accepted = () =>
  new AppError(
    'conflict',
    'invitation_accepted',
    'They have signed in before, with a password of their own.',
  );

export const resendInvitationOperation = operation(resendInvitationRoute, async ({ actor, params }) => {
  const user = await getUserHere(actor.workspaceId, params.userId);
  if (user.status !== 'invited' || !(await resendInvitation(user.email))) throw accepted();
  return user;
});
