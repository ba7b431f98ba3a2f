import type { Context } from '../../../shared/core/actor.ts';
import type { Change } from '../../../shared/core/record.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import { createUser, subjectOf } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { createWorkspace } from '../../../shared/workspaces/create-workspace.ts';
import type { NewWorkspace, Workspace } from '../../../shared/workspaces/workspace.ts';

/**
 * Makes a workspace with its pipeline and whoever asks for it as its administrator, in one transaction: a kill leaves all of
 * it or nothing. Throws `too_many_workspaces`.
 */
export const openWorkspace = (given: NewWorkspace, by: Context): Promise<Workspace> =>
  retryLostRace(async () => {
    const me = await userStore.get(by.actor.workspaceId, by.actor.id);
    const { workspace, pipeline } = createWorkspace(given, by.now);
    const { name, email, id } = me;
    const founder = {
      name,
      email,
      roles: ['admin' as const],
      subject: subjectOf(me),
      status: 'active' as const,
    };
    const first = [workspace, pipeline] as unknown as Change[];
    await saveMember(createUser(founder, id, workspace.after.id, by), by, { first });
    return workspace.after;
  });
