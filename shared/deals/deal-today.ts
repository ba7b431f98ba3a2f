import type { Entry } from '../core/projection.ts';
import { closingSk, todayPk } from '../today/today-pks.ts';
import type { Deal } from './deal.ts';
import { type DealClock, isIdle } from './idle.ts';
import type { Stage } from './pipeline.ts';

/** TODAY-1: an open deal that is idle, that will probably be won, or that has a day on which it is to close. */
export function todayEntries(deal: Deal, clock: DealClock, stage: Stage | undefined): Entry[] {
  const { workspaceId, ownerId, id, status, expectedCloseOn } = deal;
  if (status !== 'open') return [];
  const named = { of: 'deal', id };
  const closing = closingSk(stage?.probability ?? 0, expectedCloseOn);
  return [
    ...(isIdle(deal, clock)
      ? [{ ...named, pk: todayPk(workspaceId, 'idle', ownerId), sk: `${clock.idleFor}#${id}` }]
      : []),
    ...(closing
      ? [
          {
            ...named,
            pk: todayPk(workspaceId, 'closing', ownerId),
            sk: `${closing}#${id}`,
            probability: stage?.probability,
          },
        ]
      : []),
  ];
}
