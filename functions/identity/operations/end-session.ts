import type { Actor } from '../../../shared/core/actor.ts';
import { notFound } from '../../../shared/core/errors.ts';
import type { Session } from '../../../shared/identity/session.ts';
import { endSession } from '../../../shared/identity/session-ending-store.ts';
import { endSessionRoute } from '../../../shared/identity/session-routes.ts';
import { sessionById } from '../../../shared/identity/session-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';

/** Another's takes a right, and is of somebody in this workspace. One that never was costs as many reads as one of strangers. */
async function mayEnd(session: Session | undefined, subject: string, actor: Actor): Promise<boolean> {
  if (session?.subject === subject) return true;
  if (!actor.permissions.includes('users:write')) return false;
  const user = await userStore.find(actor.workspaceId, session?.userId ?? actor.id);
  return session !== undefined && user !== undefined && user.status !== 'removed';
}

export const endSessionOperation = operation(endSessionRoute, async ({ event, params, ...by }) => {
  const { subject, memberships } = signedIn(event);
  const session = await sessionById(params.sessionId);
  const isAllowed = await mayEnd(session, subject, by.actor);
  if (!session || !isAllowed) throw notFound('session', params.sessionId);
  const workspaceIds =
    session.subject === subject ? memberships.map(({ workspaceId }) => workspaceId) : [by.actor.workspaceId];
  if (!session.revokedAt) await endSession(session, 'session.revoked', by, workspaceIds);
  return undefined;
});
