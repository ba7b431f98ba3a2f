import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type ClockedDeal, clockWrite, readClocks, unchanged } from '../../../shared/deals/clock-store.ts';
import { dealStore, pipelineStore } from '../../../shared/deals/deal-store.ts';
import { idleBase, idleDueAt } from '../../../shared/deals/idle.ts';
import { idlenessItem } from '../../../shared/deals/idleness.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

type Outcome = 'noted' | 'not due' | 'raced';

/**
 * That the deal lies idle, and the name of the idleness on its clock, in one transaction that holds only while the deal and its clock
 * are as they were read: of any number of sweeps one notes it, and the others then see that it is noted. The item is told of as
 * `deal.idle`; what follows is a rule's.
 */
async function note({ deal, clock }: ClockedDeal, now: string): Promise<Outcome> {
  const { workspaceId, id } = deal;
  const { stages } = await pipelineStore.get(workspaceId, deal.pipelineId);
  const stage = stages.find((one) => one.id === deal.stageId);
  const due = idleDueAt(deal, clock, stage);
  if (due === undefined || due > now) return 'not due';
  const base = idleBase(deal, clock);
  const Item = idlenessItem(deal, base, now);
  try {
    await commit([
      unchanged(dealStore.keyOf(workspaceId, id), deal.version),
      clockWrite(deal, clock, { ...clock, idleFor: base, version: clock.version + 1 }),
      { action: { Put: { Item } } },
    ]);
    return 'noted';
  } catch (error) {
    if (error instanceof AppError && error.code === 'version_conflict') return 'raced';
    throw error;
  }
}

/**
 * A deal that may have become idle. What the entry says is looked up again, with the schedule's moment as now: the entry
 * follows the deal a second later. One that is not due any more is given to the projector, which moves it.
 */
export async function dealIdle({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const [clocked] = await readClocks(workspaceId, [id]);
  const outcome = clocked && !clocked.deal.deletedAt ? await note(clocked, now) : 'not due';
  if (outcome === 'not due') await queueLooks([{ keys: [dealStore.keyOf(workspaceId, id)] }]);
}
