import * as z from 'zod';
import { Deal, DealBody } from './deal.ts';
import { DealClock, isIdle } from './idle.ts';

const shown = Deal.pick({
  id: true,
  name: true,
  contactId: true,
  companyId: true,
  ownerId: true,
  amountCents: true,
  currency: true,
  expectedCloseOn: true,
  pipelineId: true,
  stageId: true,
  status: true,
  stageEnteredAt: true,
});
const Planned = DealClock.shape.planned.unwrap().valueType.extend({ id: z.string() });
type Planned = z.infer<typeof Planned>;

/** What a stage's list holds of a deal, so that a board reads nothing else. */
const Card = shown.extend({
  last: DealClock.shape.last,
  planned: z.array(Planned),
  idle: z.boolean(),
});
type Card = z.infer<typeof Card>;

/** What a board and a stage's list show of a deal. */
export const DealCard = shown.partial({ amountCents: true, currency: true }).extend({
  daysInStage: z.int().describe('Whole days since it entered the stage.'),
  idle: z.boolean().describe('Nothing happened for the stage’s idle days, and a task was made of it.'),
  lastActivity: DealClock.shape.last.describe(
    'The last activity, or `task` where it was a task that was done.',
  ),
  nextPlannedAt: z.iso
    .datetime()
    .optional()
    .describe(
      'When the next activity or task is planned; of a task the last moment of its day where the workspace is.',
    ),
  overdueSince: z.iso
    .datetime()
    .optional()
    .describe('Since when a task of the deal is overdue; the earliest one’s, where there are several.'),
});
export type DealCard = z.infer<typeof DealCard>;
/** A deal in a list: the record with what a card shows besides; of a stage's list the card alone. */
export const ListedDeal = DealBody.partial().extend(DealCard.shape);
export type ListedDeal = z.infer<typeof ListedDeal>;

const dayMs = 86_400_000;
export const wholeDays = (from: string, to: string) =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs));

/** A task is planned until its day is over, which is the next one's first moment: who shows a day wants its own last. */
const shownAt = ({ at, resets }: Planned) => (resets ? at : new Date(Date.parse(at) - 1).toISOString());

/**
 * The last thing that happened, the next that is planned and what is overdue, at a moment: an activity whose time has come
 * has happened, a task whose day is over and that is still planned is not done.
 */
export function aroundNow({ last, planned }: { last?: DealClock['last']; planned: Planned[] }, now: string) {
  const past = planned
    .filter(({ at, resets }) => resets && at <= now)
    .map(({ at, kind, id }) => ({ at, kind, id }));
  const lastActivity = [...(last ? [last] : []), ...past].toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const [nextPlannedAt] = planned
    .filter(({ at }) => at > now)
    .map(shownAt)
    .toSorted();
  const [overdueSince] = planned
    .filter(({ resets, at }) => !resets && at <= now)
    .map(({ at }) => at)
    .toSorted();
  return { lastActivity, nextPlannedAt, overdueSince };
}

/** What a clock has planned, as a list. */
export const plannedOf = ({ planned }: DealClock): Planned[] =>
  Object.entries(planned).map(([id, plan]) => ({ id, ...plan }));

/** What a list keeps of a deal. */
export const cardFor = (deal: Deal, clock: DealClock): Card => ({
  ...shown.parse(deal),
  last: clock.last,
  planned: plannedOf(clock),
  idle: isIdle(deal, clock),
});

/** A stage's entry as a card at this moment. */
export function cardOf(item: unknown, now: string): DealCard {
  const card = Card.parse(item);
  const daysInStage = wholeDays(card.stageEnteredAt, now);
  return { ...card, daysInStage, ...aroundNow(card, now) };
}
