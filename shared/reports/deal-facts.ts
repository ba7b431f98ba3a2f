import { campaignOf, leadSourceOf } from '../contacts/lead-source.ts';
import { clip } from '../core/text.ts';
import type { Deal } from '../deals/deal.ts';
import { openedOnOf } from '../deals/opened-on.ts';
import type { Pipeline } from '../deals/pipeline.ts';
import { type Fact, type Measures, noValue } from './cube.ts';
import { customValues } from './custom-dimension.ts';
import { moneyBucket } from './histogram.ts';

const dayMs = 86_400_000;
const daysOf = (ms: number) => Math.max(0, Math.floor(ms / dayMs));
/** Whole days between two days. */
const daysBetween = (from: string, to: string) => daysOf(Date.parse(to) - Date.parse(from));
const monthOf = (day: string) => day.slice(0, 7);
const dayOf = (at: string) => at.slice(0, 10);

/** What a deal is counted by that it borrows. */
export type DealAround = {
  pipeline: Pipeline | undefined;
  industry?: string | undefined;
  /** The custom field that reports are split by. */
  reportField?: string | undefined;
};

/** The cube of a pipeline's deals. */
export const dealCube = (pipelineId: string) => `DEAL#${pipelineId}`;

const longestValue = 100; // as leads' and spend's names are
const one = (value: string | undefined) => (value ? [clip(value, longestValue)] : []);
const productsOf = ({ items }: Deal) => {
  const products = items.flatMap(({ productId }) => productId ?? []);
  return products.length > 0 ? products : [noValue];
};
const valuesOf = (deal: Deal, { industry, reportField }: DealAround): Fact['values'] => ({
  source: one(leadSourceOf(deal)),
  campaign: one(campaignOf(deal)),
  company: one(deal.companyId),
  industry: one(industry),
  product: productsOf(deal),
  ...customValues(deal.custom, reportField),
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

const daysAMonth = 30;
/** How old a deal was when it ended, in months of thirty days; what is older than three years is as old as that. */
export const ageOf = (openedOn: string, on: string): number =>
  Math.min(36, Math.floor(daysBetween(openedOn, on) / daysAMonth));

/** How a deal has ended for each stage that it was in. */
function endsOf(deal: Deal, stays: ReturnType<typeof staysOf>): Measures {
  const { status, closedAt } = deal;
  if (status === 'open' || !closedAt) return counted([`stands.${deal.stageId}`]);
  const ended = { won: 'inWon', lost: 'inLost' }[status];
  const age = ageOf(openedOnOf(deal), dayOf(closedAt));
  return counted(stays.map(([id]) => `${ended}.${id}.${age}`));
}

/**
 * The month in which a deal began, with all that has come of it: `opened`, what it is by now (`was.<status>`), the stages that it
 * entered (`in.<stage>`) and at what age it ended since (`inWon.<stage>.<age>`), where it stands or from where it was lost
 * (`stands.<stage>`, `lostFrom.<stage>`), and the days that it spent in those that it left (`stay.<stage>.<days>`). The day of the
 * month only where somebody has said it (`openedOn.<day>`).
 */
function openedFact(deal: Deal, values: Fact['values']): Fact {
  const stays = staysOf(deal);
  const left = stays.filter(([id]) => id !== deal.stageId);
  const measures = {
    ...counted(['opened', `was.${deal.status}`]),
    ...counted(stays.map(([id]) => `in.${id}`)),
    ...endsOf(deal, stays),
    ...(deal.status === 'lost' && counted(lastOf(left).map(([id]) => `lostFrom.${id}`))),
    ...counted(left.map(([id, { totalMs }]) => `stay.${id}.${daysOf(totalMs)}`)),
    ...(deal.openedOn && counted([`openedOn.${openedOnOf(deal).slice(8)}`])),
  };
  return { month: monthOf(openedOnOf(deal)), measures, values };
}

/** What a deal comes to, and what its lines would by the products' list prices, under a name and their currency. */
function moneyOf({ amountCents = 0, currency, items }: Deal, name: string): Measures {
  const list = items.reduce(
    (sum, { listAmountCents = 0, quantity }) => sum + Math.round(listAmountCents * quantity),
    0,
  );
  return {
    ...(amountCents > 0 && { [`${name}.${currency}`]: amountCents }),
    ...(list > 0 && { [`${name}.list.${currency}`]: list }),
  };
}
/** What is not said of a deal, under a name. */
const gapsOf = ({ companyId, openedOn }: Deal, name: string): Measures =>
  counted(
    Object.entries({ companyId, openedOn }).flatMap(([field, value]) =>
      value === undefined ? [`${name}.no.${field}`] : [],
    ),
  );

/**
 * The month in which a deal was won or lost: `won`, its cents by currency (`won.<currency>`, by list prices
 * `won.list.<currency>`), the days from its beginning (`wonDays.<days>`), its size (`wonSize.<currency>.<bucket>`), the day
 * (`closedOn.<day>`) and what nobody has said of it (`won.no.<field>`); the same of a lost one.
 */
function closedFact(deal: Deal, values: Fact['values'], reason: string[]): Fact[] {
  const { status, closedAt, amountCents = 0, currency } = deal;
  if (status === 'open' || !closedAt) return [];
  const closedOn = dayOf(closedAt);
  const measures = {
    ...counted([status, `${status}Days.${daysBetween(openedOnOf(deal), closedOn)}`]),
    ...moneyOf(deal, status),
    ...counted([`${status}Size.${currency}.${moneyBucket(amountCents)}`, `closedOn.${closedOn.slice(8)}`]),
    ...gapsOf(deal, status),
  };
  return [{ month: monthOf(closedOn), measures, values: { ...values, reason } }];
}

/** Of open deals the month in which they are expected to be closed, `due.<month>`; where nobody has said one, of no month. */
export const dueMonth = (month: string) => `due.${month}`;
export const noMonth = '~';
/**
 * An open deal by the month in which it is expected to be closed: `at.<stage>`, with what it comes to and what nobody has said of
 * it, and by the month in which it began (`since.<stage>.<month>`, with cents `.<currency>`).
 */
function dueFact(deal: Deal, values: Fact['values']): Fact[] {
  const { status, stageId, amountCents = 0, currency, expectedCloseOn } = deal;
  if (status !== 'open') return [];
  const since = `since.${stageId}.${monthOf(openedOnOf(deal))}`;
  const measures = {
    ...counted([`at.${stageId}`, since]),
    ...moneyOf(deal, `at.${stageId}`),
    ...(amountCents > 0 && { [`${since}.${currency}`]: amountCents }),
    ...gapsOf(deal, `at.${stageId}`),
  };
  return [{ month: dueMonth(expectedCloseOn ? monthOf(expectedCloseOn) : noMonth), measures, values }];
}

/** All that a deal adds to the reports of its pipeline. */
export function dealFacts(deal: Deal, around: DealAround): Fact[] {
  const values = valuesOf(deal, around);
  const reason = reasonOf(deal, around.pipeline);
  return [openedFact(deal, values), ...closedFact(deal, values, reason), ...dueFact(deal, values)];
}
