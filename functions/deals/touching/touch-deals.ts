import type { Key } from '../../../shared/core/projection.ts';
import { type ClockedDeal, clockWrite, readClocks, unchanged } from '../../../shared/deals/clock-store.ts';
import { released, type Touch, touched } from '../../../shared/deals/touch.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { commit } from '../../../shared/platform/commit.ts';

/** What a record says to deals' clocks at one version of it; no version: it is not there. */
export type Seen = { key: Key; version: number | undefined; touch: Touch; dealIds: string[] };

/** A look at the record with all that its answer depends on. */
export type Look = () => Promise<Seen & { onceDealIds: string[] }>;

const mostClocks = 90; // a transaction holds 100 items

function clockAfter({ deal, clock }: ClockedDeal, { touch, dealIds }: Seen) {
  return dealIds.includes(deal.id) ? touched(clock, touch) : released(clock, touch.id);
}

/**
 * Makes the clocks of deals say what a record says, in one transaction that holds only while the record is as it was
 * read: so what is written is never older than what another run has written, in whatever order events come. Safe to run
 * twice; a clock that says so already is not written.
 */
export const touchDeals = (workspaceId: string, look: Look): Promise<void> =>
  retryLostRace(async () => {
    const seen = await look();
    const clocked = await readClocks(workspaceId, [...seen.dealIds, ...seen.onceDealIds]);
    const writes = clocked
      .map((one) => ({ ...one, after: clockAfter(one, seen) }))
      .filter(({ clock, after }) => clock !== after)
      .slice(0, mostClocks)
      .map(({ deal, clock, after }) => clockWrite(deal, clock, after));
    if (writes.length > 0) await commit([unchanged(seen.key, seen.version), ...writes]);
  });
