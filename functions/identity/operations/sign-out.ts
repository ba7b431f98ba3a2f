import { endSession } from '../../../shared/identity/session-ending-store.ts';
import { signOutRoute } from '../../../shared/identity/session-routes.ts';
import { sessionById } from '../../../shared/identity/session-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';

export const signOutOperation = operation(signOutRoute, async ({ event, ...by }) => {
  const { sessionId, memberships } = signedIn(event);
  const session = await sessionById(sessionId);
  const workspaceIds = memberships.map(({ workspaceId }) => workspaceId);
  if (session && !session.revokedAt) await endSession(session, 'session.signed_out', by, workspaceIds);
  return undefined;
});
