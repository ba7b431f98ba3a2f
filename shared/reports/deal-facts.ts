import { clip } from '../core/text.ts';
import type { Deal } from '../deals/deal.ts';
import type { Pipeline } from '../deals/pipeline.ts';
import { type Fact, type Measures, noValue } from './cube.ts';
import { moneyBucket } from './histogram.ts';

const dayMs = 86_400_000;
const daysOf = (ms: number) => Math.max(0, Math.floor(ms / dayMs));
/** Whole days between two days. */
const daysBetween = (from: string, to: string) => daysOf(Date.parse(to) - Date.parse(from));
const monthOf = (day: string) => day.slice(0, 7);

/** What a deal is counted by that it borrows. */
export type DealAround = { pipeline: Pipeline | undefined; industry?: string | undefined };

/** The cube of a pipeline's deals. */
export const dealCube = (pipelineId: string) => `DEAL#${pipelineId}`;

/** The day on which a deal began: as it is said, else when it was written; never after it was over. */
const openedOnOf = ({ createdAt, closedAt }: Deal): string => {
  const written = createdAt.slice(0, 10);
  const closed = closedAt?.slice(0, 10);
  return closed && closed < written ? closed : written;
};

const longestValue = 80;
const one = (value: string | undefined) => (value ? [clip(value, longestValue)] : []);
const productsOf = ({ items }: Deal) => {
  const products = items.flatMap(({ productId }) => productId ?? []);
  return products.length > 0 ? products : [noValue];
};
const valuesOf = (deal: Deal, { industry }: DealAround): Fact['values'] => ({
  source: one(deal.source?.kind),
  company: one(deal.companyId),
  industry: one(industry),
  product: productsOf(deal),
});
/** Why it is over, where that is one of its pipeline's reasons: in free words people are named. */
const reasonOf = ({ status, wonReason, lostReason }: Deal, pipeline: Pipeline | undefined) => {
  const [reason, known = []] =
    status === 'won' ? [wonReason, pipeline?.winReasons] : [lostReason, pipeline?.lossReasons];
  return one(known.find((name) => name === reason));
};

const counted = (names: readonly string[], amount = 1): Measures =>
  Object.fromEntries(names.map((name) => [name, amount]));

/** The stages of its pipeline that a deal has been in; those of one before have a `/` in their names. */
const staysOf = ({ stageTimes }: Deal) => Object.entries(stageTimes).filter(([id]) => !id.includes('/'));

/** The stage from which a deal was won or lost: of those that it left the one that it entered last. */
const lastOf = (left: ReturnType<typeof staysOf>) =>
  left.toSorted(([, a], [, b]) => (enteredAt(a) < enteredAt(b) ? 1 : -1)).slice(0, 1);
const enteredAt = ({ firstEnteredAt, lastEnteredAt = firstEnteredAt }: Deal['stageTimes'][string]) =>
  lastEnteredAt;

/**
 * The month in which a deal began, with all that has come of it: `opened`, what it is by now (`was.<status>`), the stages that it
 * entered (`in.<stage>`) and how it ended since (`inWon.<stage>`), where it stands or from where it was lost (`stands.<stage>`,
 * `lostFrom.<stage>`), and the days that it spent in those that it left (`stay.<stage>.<days>`).
 */
function openedFact(deal: Deal, values: Fact['values']): Fact {
  const { status } = deal;
  const stays = staysOf(deal);
  const left = stays.filter(([id]) => id !== deal.stageId);
  const ended = { open: undefined, won: 'inWon', lost: 'inLost' }[status];
  const measures = {
    ...counted(['opened', `was.${status}`]),
    ...counted(stays.map(([id]) => `in.${id}`)),
    ...(ended && counted(stays.map(([id]) => `${ended}.${id}`))),
    ...(status === 'open' && counted([`stands.${deal.stageId}`])),
    ...(status === 'lost' && counted(lastOf(left).map(([id]) => `lostFrom.${id}`))),
    ...counted(left.map(([id, { totalMs }]) => `stay.${id}.${daysOf(totalMs)}`)),
    ...counted([`openedOn.${openedOnOf(deal).slice(8)}`]),
  };
  return { month: monthOf(openedOnOf(deal)), measures, values };
}

/**
 * The month in which a deal was won or lost: `won`, its cents by currency (`won.<currency>`), the days from its beginning
 * (`wonDays.<days>`) and the size of it (`wonSize.<currency>.<bucket>`); the same of a lost one.
 */
function closedFact(deal: Deal, values: Fact['values'], reason: string[]): Fact[] {
  const { status, closedAt, amountCents = 0, currency, companyId } = deal;
  if (status === 'open' || !closedAt) return [];
  const closedOn = closedAt.slice(0, 10);
  const measures = {
    ...counted([status, `${status}Days.${daysBetween(openedOnOf(deal), closedOn)}`]),
    ...(amountCents > 0 && { [`${status}.${currency}`]: amountCents }),
    ...counted([`${status}Size.${currency}.${moneyBucket(amountCents)}`, `${status}On.${closedOn.slice(8)}`]),
    ...(companyId === undefined && counted([`${status}Without.companyId`])),
  };
  return [{ month: monthOf(closedOn), measures, values: { ...values, reason } }];
}

/** Of open deals the month in which they are expected to be closed, `due.<month>`; where nobody has said one, of no month. */
const dueMonth = (month: string) => `due.${month}`;
const noMonth = '~';
function dueFact(deal: Deal, values: Fact['values']): Fact[] {
  const { status, stageId, amountCents = 0, currency, expectedCloseOn, companyId } = deal;
  if (status !== 'open') return [];
  const measures = {
    ...counted([`at.${stageId}`]),
    ...(amountCents > 0 && { [`at.${stageId}.${currency}`]: amountCents }),
    ...(companyId === undefined && counted([`without.${stageId}.companyId`])),
  };
  return [{ month: dueMonth(expectedCloseOn ? monthOf(expectedCloseOn) : noMonth), measures, values }];
}

/** All that a deal adds to the reports of its pipeline. */
export function dealFacts(deal: Deal, around: DealAround): Fact[] {
  const values = valuesOf(deal, around);
  const reason = reasonOf(deal, around.pipeline);
  return [openedFact(deal, values), ...closedFact(deal, values, reason), ...dueFact(deal, values)];
}
