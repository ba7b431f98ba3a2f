import type { DealCard } from '../../../../client/src/index.ts';

export type Next = { kind: 'overdue' | 'today' | 'later' | 'none'; on?: string };
type Dated = Pick<DealCard, 'overdueSince' | 'nextPlannedAt'>;

/** What is to happen next with a deal: the colour of its dot. `dayOf` is the calendar day of a moment where the workspace is. */
export function nextOf(
  { overdueSince, nextPlannedAt }: Dated,
  today: string,
  dayOf: (at: Date) => string,
): Next {
  // A task is overdue from the first moment after its day.
  if (overdueSince) return { kind: 'overdue', on: dayOf(new Date(Date.parse(overdueSince) - 1)) };
  if (!nextPlannedAt) return { kind: 'none' };
  const on = dayOf(new Date(nextPlannedAt));
  return { kind: on <= today ? 'today' : 'later', on };
}
