import * as z from 'zod';
import { TimelineEntry } from '../activities/timeline.ts';
import { pageOf } from '../core/page.ts';
import { type Deal, DealBody } from './deal.ts';
import { aroundNow, DealCard, plannedOf } from './deal-card.ts';
import { type DealClock, isIdle } from './idle.ts';

const StageStay = z.object({
  pipelineId: z.string(),
  stageId: z.string(),
  firstEnteredAt: z.iso.datetime(),
  entered: z.int().describe('How often the deal came into it.'),
  ms: z.int().describe('How long it stood in it altogether, this stay included.'),
  current: z.boolean(),
});
export const DealPage = DealBody.extend({
  ...DealCard.pick({ idle: true, lastActivity: true, nextPlannedAt: true, overdueSince: true }).shape,
  timeInStages: z.array(StageStay).describe('In the order in which it first entered them.'),
  timeline: pageOf(TimelineEntry).describe('The newest 20; `cursor` goes on in `/timeline`.'),
});

/** How long a deal stood in each of its stages until now, in milliseconds. */
export function timeInStages({ pipelineId, stageTimes, stageId, stageEnteredAt }: Deal, now: string) {
  const running = Math.max(0, Date.parse(now) - Date.parse(stageEnteredAt));
  return Object.entries(stageTimes)
    .map(([id, { firstEnteredAt, entered, totalMs }]) => {
      const current = id === stageId;
      const [own, other] = id.split('/').toReversed(); // of another pipeline by its id
      return {
        pipelineId: other ?? pipelineId,
        stageId: own ?? id,
        firstEnteredAt,
        entered,
        ms: totalMs + (current ? running : 0),
        current,
      };
    })
    .toSorted((a, b) => (a.firstEnteredAt < b.firstEnteredAt ? -1 : 1));
}

/** What a deal's page says beyond the record. */
export const dealStanding = (deal: Deal, clock: DealClock, now: string) => ({
  idle: isIdle(deal, clock),
  ...aroundNow({ last: clock.last, planned: plannedOf(clock) }, now),
  timeInStages: timeInStages(deal, now),
});
