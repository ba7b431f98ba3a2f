import { systemContext } from '../../../shared/core/actor.ts';
import { addMember } from '../../../shared/identity/member-store.ts';
import { addWorkspace } from '../../../shared/workspaces/workspace-store.ts';
import { acmePipelineId, globexPipelineId } from './fixed.ts';
import { acme, demoUsers, globex } from './users.ts';

/** The workspaces with their pipelines, and who may sign in to them. May be done again. */
export async function seedGround(now: string): Promise<void> {
  const { id, name } = acme;
  await Promise.all([
    addWorkspace({ name }, now, { id, pipelineId: acmePipelineId }),
    addWorkspace({ name: globex.name }, now, { id: globex.id, pipelineId: globexPipelineId }),
  ]);
  await Promise.all(
    demoUsers.map(({ sub, email, name: person, role, workspace }) =>
      addMember(
        { id: sub, subject: sub, email, name: person, roles: [role] },
        systemContext(workspace.id, 'system', 'local', now),
      ),
    ),
  );
}
