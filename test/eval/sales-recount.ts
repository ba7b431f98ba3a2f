import type { Stage } from './sales-files.ts';
import { stages } from './sales-load.ts';
import type { Records, Sold } from './sales-records.ts';

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
const mean = (values: number[]) => sum(values) / (values.length || 1);
const money = (cents: number) => round(cents / 100, 2);
function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[Math.floor(place)] ?? 0;
  return mean([at((sorted.length - 1) / 2), at(sorted.length / 2)]);
}

const dayMs = 86_400_000;
/** Whole days from being engaged to being closed, of those that have both. */
const cyclesOf = (deals: Sold[]) =>
  deals.flatMap(({ engagedOn, closedOn }) =>
    engagedOn && closedOn ? [(Date.parse(closedOn) - Date.parse(engagedOn)) / dayMs] : [],
  );
const closings = (deals: Sold[]) => deals.flatMap(({ closeCents }) => closeCents ?? []);
const inStage = (deals: Sold[], stage: string) => deals.filter((one) => one.stage === stage);
const without = (deals: Sold[], field: 'engagedOn' | 'closedOn' | 'closeCents') =>
  deals.filter((one) => one[field] === undefined).length;
const withoutAccount = (deals: Sold[]) => deals.filter(({ hasAccount }) => !hasAccount).length;

function revenueOf(deals: Sold[]) {
  const [won, lost] = [inStage(deals, 'won'), inStage(deals, 'lost')];
  const values = closings(won);
  return {
    winRate: round(won.length / (won.length + lost.length || 1), 4),
    revenueWon: money(sum(values)),
    avgWonValue: money(mean(values)),
  };
}
function groupOf(deals: Sold[]) {
  const [won, lost] = [inStage(deals, 'won'), inStage(deals, 'lost')];
  return {
    opportunities: deals.length,
    won: won.length,
    lost: lost.length,
    open: deals.length - won.length - lost.length,
    ...revenueOf(deals),
    avgCycleDaysWon: round(mean(cyclesOf(won)), 2),
  };
}
const groupsOf = (deals: Sold[], key: (one: Sold) => string) =>
  Object.fromEntries([...Map.groupBy(deals, key)].map(([name, some]) => [name, groupOf(some)]));

const byStage = <T>(deals: Sold[], figure: (some: Sold[]) => T) =>
  Object.fromEntries(stages.map(({ id, name }) => [name, figure(inStage(deals, id as Stage))]));
const stageOf = (deals: Sold[]) => ({
  count: deals.length,
  closeValueSum: money(sum(closings(deals))),
  listPriceSum: money(sum(deals.map(({ listCents }) => listCents))),
  noAccount: withoutAccount(deals),
  noEngageDate: without(deals, 'engagedOn'),
});

function cycleOf(deals: Sold[]) {
  const days = cyclesOf(deals);
  return {
    n: days.length,
    mean: round(mean(days), 4),
    median: median(days),
    min: Math.min(...days),
    max: Math.max(...days),
  };
}

const firstAndLast = (deals: Sold[], field: 'engagedOn' | 'closedOn') => {
  const days = deals.flatMap((one) => one[field] ?? []).toSorted();
  return { first: days[0], last: days.at(-1) };
};
function totalsOf(deals: Sold[]) {
  const [engaged, closed] = [firstAndLast(deals, 'engagedOn'), firstAndLast(deals, 'closedOn')];
  return {
    opportunities: deals.length,
    byStage: byStage(deals, (some) => some.length),
    closed: deals.length - without(deals, 'closedOn'),
    ...revenueOf(deals),
    medianWonValue: money(median(closings(inStage(deals, 'won')))),
    firstEngage: engaged.first,
    lastEngage: engaged.last,
    firstClose: closed.first,
    lastClose: closed.last,
  };
}

/** The figures of a seller's reports, recounted from records: rates to four decimals, money and days to two, the days of all deals to four. */
export function recount({ deals, subsidiaries }: Records) {
  const closed = deals.filter(({ closedOn }) => closedOn !== undefined);
  return {
    totals: totalsOf(deals),
    pipelineByStage: byStage(deals, stageOf),
    cycleDays: {
      won: cycleOf(inStage(deals, 'won')),
      lost: cycleOf(inStage(deals, 'lost')),
      closed: cycleOf(closed),
    },
    byProduct: groupsOf(deals, ({ product }) => product),
    byCloseMonth: groupsOf(closed, ({ closedOn = '' }) => closedOn.slice(0, 7)),
    byRegion: groupsOf(deals, ({ region }) => region),
    dataQuality: {
      rowsWithoutAccount: withoutAccount(deals),
      rowsWithoutEngageDate: without(deals, 'engagedOn'),
      rowsWithoutCloseDate: without(deals, 'closedOn'),
      rowsWithoutCloseValue: without(deals, 'closeCents'),
      duplicateOpportunityIds: deals.length - new Set(deals.map(({ id }) => id)).size,
      lostWithNonZeroValue: closings(inStage(deals, 'lost')).filter((cents) => cents !== 0).length,
      subsidiaries,
    },
  };
}
