import type { GovernedKind } from '../core/policy.ts';
import { ownerPk } from '../core/scoped-list.ts';
import { boardCounters } from '../deals/deal-projection.ts';
import { pipelineOf } from '../deals/deal-store.ts';
import { readCounters } from '../platform/projection-store.ts';
import { countGroup } from '../records/list-entries.ts';

/** DEAL-3: how many open deals of a pipeline somebody has; one Query of at most 16 counters. */
async function openDealsOf(workspaceId: string, pipelineId: string, userId: string): Promise<number> {
  const counters = await readCounters(ownerPk(boardCounters(workspaceId, pipelineId), userId));
  const { stages } = await pipelineOf(workspaceId, pipelineId);
  const open = stages.filter(({ kind }) => kind === 'open');
  return open.reduce((sum, { id }) => sum + (counters[`${id}.count`] ?? 0), 0);
}

type Load = { workspaceId: string; kind: GovernedKind; pipelineId?: string | undefined };
/** How much somebody has of a kind of record: of deals the open ones of the pipeline. One Query of at most 16 counters. */
export async function loadOf({ workspaceId, kind, pipelineId }: Load, userId: string): Promise<number> {
  if (pipelineId) return openDealsOf(workspaceId, pipelineId, userId);
  const { count = 0 } = await readCounters(ownerPk(countGroup(workspaceId, kind), userId));
  return count;
}
