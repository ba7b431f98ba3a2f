import { listSessionsRoute } from '../../../shared/identity/session-routes.ts';
import { openSessions } from '../../../shared/identity/session-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';

export const listSessionsOperation = operation(listSessionsRoute, async ({ event, now }) => {
  const { subject, sessionId } = signedIn(event);
  const open = await openSessions(subject, now);
  return { items: open.map((one) => ({ ...one, isCurrent: one.sessionId === sessionId })) };
});
