import { endAllSessions } from '../../../shared/identity/session-ending-store.ts';
import { signOutEverywhereRoute } from '../../../shared/identity/session-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';
import { signOutEverywhere } from '../../../shared/platform/user-pool.ts';

export const signOutEverywhereOperation = operation(signOutEverywhereRoute, async ({ event, ...by }) => {
  const { subject, memberships } = signedIn(event);
  const workspaceIds = memberships.map(({ workspaceId }) => workspaceId);
  await endAllSessions(subject, by, workspaceIds);
  await signOutEverywhere(subject);
  return undefined;
});
