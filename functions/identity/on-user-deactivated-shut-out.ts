import { systemContext } from '../../shared/core/actor.ts';
import { deletePrivateDashboards } from '../../shared/dashboards/dashboard-store.ts';
import { isHere, subjectOf } from '../../shared/identity/user.ts';
import { userDeactivated, userRemoved } from '../../shared/identity/user-events.ts';
import { userStore } from '../../shared/identity/user-store.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { deletePrivateViews } from '../../shared/views/view-store.ts';
import { revokeKeys, shutOut } from './people/shut-out.ts';

/**
 * The authorizer refuses them from the moment that they were deactivated; this puts away what they could have come in by. A
 * message that comes late, when they are here again, does nothing. Of who is removed for good goes what was for their eyes alone.
 */
export const handler = consumer(
  [userDeactivated, userRemoved],
  async ({ id, workspaceId, data: { userId } }) => {
    const user = await userStore.find(workspaceId, userId);
    if (!user || isHere(user)) return;
    const by = systemContext(workspaceId, 'system', 'users', new Date().toISOString(), id);
    await revokeKeys(userId, by);
    if (user.status === 'removed') {
      await deletePrivateViews(userId, by);
      await deletePrivateDashboards(userId, by);
    }
    if (user.status === 'deactivated') await shutOut(subjectOf(user), by);
  },
);
