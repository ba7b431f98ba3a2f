import type { Actor } from '../core/actor.ts';
import { assertMaySet } from '../core/may-write.ts';
import type { Deal } from './deal.ts';

/** Holds a move to what one may set of a deal: its stage, and where the stage is of another kind its status. Throws `field_forbidden`. */
export function assertMayMove(actor: Actor, before: Deal, after: Deal): void {
  const { pipelineId, stageId, status } = after;
  const moved = {
    ...(pipelineId !== before.pipelineId && { pipelineId }),
    ...(stageId !== before.stageId && { stageId }),
    ...(status !== before.status && { status }),
  };
  assertMaySet(actor, 'deal', 'edit', before.ownerId, moved);
}
