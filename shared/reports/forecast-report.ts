import * as z from 'zod';
import type { Pipeline } from '../deals/pipeline.ts';
import { type Cells, type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { ageOf, dueMonth, noMonth } from './deal-facts.ts';
import { histogramOf, total } from './histogram.ts';
import { centsIn, sayable } from './money.ts';
import { ShownMonth } from './period.ts';
import { type DealSight, Money } from './sales-report.ts';

const sums = {
  count: z.int(),
  cents: Money.optional().describe('What the deals come to, by ISO 4217 currency.'),
  weightedCents: Money.optional().describe('The same times the chance that the pipeline gives each stage.'),
  expectedCents: Money.optional().describe(
    'The same times the share of earlier deals that were won of those that got as far and were open as long.',
  ),
};
const Forecast = z.object(sums);
const ForecastStage = Forecast.extend({
  stageId: z.string(),
  name: z.string(),
  probability: z.number().describe('As the pipeline has it, 0 to 1.'),
  historicWinRate: z
    .number()
    .optional()
    .describe('Of the deals of the last year that entered it and are over, the share that was won.'),
  listCents: Money.optional().describe('What the lines would come to by the list prices of the time.'),
  without: z.object({ companyId: z.int().optional(), openedOn: z.int().optional() }),
});
const ForecastMonth = Forecast.extend({
  month: ShownMonth.nullable().describe('In which deals are expected to be closed; null: nobody has said.'),
});
export const ForecastReport = Forecast.extend({
  pipelineId: z.string(),
  stages: z.array(ForecastStage).describe('Open deals by their stages, in the pipeline’s order.'),
  months: z
    .array(ForecastMonth)
    .optional()
    .describe('Past months first: what is overdue. Null last. Absent for whom the day is hidden.'),
  rows: z.array(Forecast.extend({ value: z.string().nullable() })).optional(),
});
export type ForecastReport = z.infer<typeof ForecastReport>;

/** The chance of a stage, and of it at an age in months of thirty days. */
type Chances = (stageId: string, age: number) => { given: number; learned: number };
const fewestEnded = 10;

/**
 * The chance that a deal of a stage is won: as the pipeline says, and as the history tells of deals that entered the stage and
 * were still open at that age. Where fewer than ten such deals are over it is the stage's own share, and then what the pipeline says.
 */
function chancesOf({ stages }: Pipeline, history: Measures): Chances {
  const given = new Map(stages.map(({ id, probability }) => [id, probability]));
  const share = (stageId: string, least: number) => {
    const ends = (name: string) =>
      [...histogramOf(history, `${name}.${stageId}`)]
        .filter(([age]) => age >= least)
        .reduce((sum, [, count]) => sum + count, 0);
    const [won, lost] = [ends('inWon'), ends('inLost')];
    return won + lost >= fewestEnded ? won / (won + lost) : undefined;
  };
  return (stageId, age) => {
    const said = given.get(stageId) ?? 0;
    return { given: said, learned: share(stageId, age) ?? share(stageId, 0) ?? said };
  };
}

type Open = { stageId: string; since: string; currency: string; cents: number };
/** What the open deals of cells come to, by stage and the month in which they began. */
const openIn = (measures: Measures): Open[] =>
  Object.entries(measures).flatMap(([name, cents]) => {
    const [start, stageId = '', since = '', currency] = name.split('.');
    return start === 'since' && currency ? [{ stageId, since, currency, cents }] : [];
  });
const countIn = (measures: Measures): number =>
  Object.entries(measures).reduce((sum, [name, count]) => sum + (/^at\.[^.]+$/.test(name) ? count : 0), 0);

function add(sums: Record<string, number>, currency: string, cents: number): void {
  sums[currency] = sayable(Math.round((sums[currency] ?? 0) + cents));
}

type Reckoning = { chances: Chances; today: string; seesMoney: boolean };
function forecastOf(measures: Measures, { chances, today, seesMoney }: Reckoning): z.infer<typeof Forecast> {
  const [cents, weightedCents, expectedCents] = [{}, {}, {}];
  for (const { stageId, since, currency, cents: all } of openIn(measures)) {
    const { given, learned } = chances(stageId, ageOf(`${since}-15`, today));
    add(cents, currency, all);
    add(weightedCents, currency, all * given);
    add(expectedCents, currency, all * learned);
  }
  return { count: countIn(measures), ...(seesMoney && { cents, weightedCents, expectedCents }) };
}

/** The measures of one stage alone. */
const ofStage = (measures: Measures, id: string): Measures =>
  Object.fromEntries(
    Object.entries(measures).filter(
      ([name]) => name === `at.${id}` || name.startsWith(`at.${id}.`) || name.startsWith(`since.${id}.`),
    ),
  );
type Shown = Pick<Pipeline['stages'][number], 'id' | 'name' | 'probability'>;
/** The pipeline's open stages, and those that it has no more and in which deals stand all the same. */
function stagesIn({ stages }: Pipeline, measures: Measures): Shown[] {
  const standing = Object.keys(measures).flatMap((name) => /^at\.([^.]+)$/.exec(name)?.[1] ?? []);
  const known = new Set(stages.map(({ id }) => id));
  const gone = standing.filter((id) => !known.has(id)).map((id) => ({ id, name: id, probability: 0 }));
  return [...stages.filter(({ kind }) => kind === 'open'), ...gone];
}

/** Open deals' cells, those of what they are split by, and the cells of the deals that began in the last year. */
export type ForecastCells = {
  whole: Cells;
  history: Cells;
  split: { dimension: string; cells: Cells } | undefined;
};
export function forecastReport(
  pipeline: Pipeline,
  { whole, history, split }: ForecastCells,
  { today, sight }: { today: string; sight: DealSight },
): ForecastReport {
  const past = overMonths(history.get(wholeValue));
  const seesMoney = sight.money;
  const reckoning = { chances: chancesOf(pipeline, past), today, seesMoney };
  const months = whole.get(wholeValue) ?? new Map<string, Measures>();
  const all = overMonths(months);
  const stageOf = ({ id, name, probability }: Shown) => {
    const own = ofStage(all, id);
    const [won, lost] = [total(histogramOf(past, `inWon.${id}`)), total(histogramOf(past, `inLost.${id}`))];
    return {
      ...{ stageId: id, name, probability },
      ...(won + lost > 0 && { historicWinRate: won / (won + lost) }),
      ...forecastOf(own, reckoning),
      ...(seesMoney && { listCents: centsIn(own, `at.${id}.list`) }),
      without: {
        ...(sight.companyId && { companyId: own[`at.${id}.no.companyId`] ?? 0 }),
        ...(sight.openedOn && { openedOn: own[`at.${id}.no.openedOn`] ?? 0 }),
      },
    };
  };
  const monthOf = (due: string) => (due === dueMonth(noMonth) ? null : due.slice(dueMonth('').length));
  const rows = split && rowsOf(all, split);
  return {
    pipelineId: pipeline.id,
    ...forecastOf(all, reckoning),
    stages: stagesIn(pipeline, all).map(stageOf),
    ...(sight.expectedCloseOn && {
      months: [...months]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([due, measures]) => ({ month: monthOf(due), ...forecastOf(measures, reckoning) })),
    }),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...forecastOf(measures, reckoning) }))
        .toSorted((a, b) => b.count - a.count),
    }),
  };
}
