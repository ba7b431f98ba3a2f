import { systemContext } from '../../../shared/core/actor.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { addWorkspace } from '../../../shared/workspaces/workspace-store.ts';
import { acmePipelineId, globexPipelineId } from './fixed.ts';
import { seedTeams } from './teams.ts';
import { acme, type DemoUser, demoUsers, globex } from './users.ts';

/** Who is there stays as somebody has made them since: with another role, or deactivated. */
async function seedUser({ sub, email, name, role, workspace }: DemoUser, now: string): Promise<void> {
  if (await userStore.find(workspace.id, sub)) return;
  const by = systemContext(workspace.id, 'system', 'local', now);
  await addMember({ id: sub, subject: sub, email, name, roles: [role] }, by);
}

/** The workspaces with their pipelines, who may sign in to them, and their teams. May be done again. */
export async function seedGround(now: string): Promise<void> {
  const { id, name } = acme;
  await Promise.all([
    addWorkspace({ name }, now, { id, pipelineId: acmePipelineId }),
    addWorkspace({ name: globex.name }, now, { id: globex.id, pipelineId: globexPipelineId }),
  ]);
  await Promise.all(demoUsers.map((user) => seedUser(user, now)));
  await seedTeams(now);
}
