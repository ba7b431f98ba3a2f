import type { DueEntry } from '../../../shared/core/due.ts';
import { reckonPurchases } from '../../../shared/orders/purchases-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';

/**
 * A risk grows with time alone: it is reckoned anew, and the projector moves the entry to when it is looked at next. What was bought
 * is reckoned first, since an older release may have kept less of it.
 */
export async function contactRiskDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  await retryLostRace(() => reckonPurchases(workspaceId, id));
  await retryLostRace(() => reckonRisk(workspaceId, id, now));
}
