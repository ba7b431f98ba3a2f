import * as z from 'zod';
import type { Pipeline } from '../deals/pipeline.ts';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { histogramOf, Spread, spreadOf, total } from './histogram.ts';
import { ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

const FunnelStage = z.object({
  stageId: z.string(),
  name: z.string(),
  kind: z.enum(['open', 'won', 'lost']),
  entered: z.int().describe('Distinct deals that stood in it, those that were lost since among them.'),
  stands: z.int().describe('Those that stand in it still.'),
  lostHere: z.int().describe('Those that were lost from it.'),
  won: z.int().describe('Those that were won since.'),
  conversion: z
    .number()
    .optional()
    .describe('Of those that have left it, the share that went on rather than out, 0 to 1.'),
  winRate: z
    .number()
    .optional()
    .describe('Of those that entered it and are over, the share that was won, 0 to 1.'),
  days: Spread.optional().describe('Whole days that deals which have left it stood in it.'),
});
const Funnel = z.object({
  opened: z.int().describe('Deals that began in the period.'),
  stages: z.array(FunnelStage).describe('In the pipeline’s order.'),
});
const FunnelPeriod = Funnel.extend({
  from: ShownMonth,
  to: ShownMonth,
  rows: z.array(Funnel.extend({ value: z.string().nullable() })).optional(),
});
type FunnelPeriod = z.infer<typeof FunnelPeriod>;
export const FunnelReport = FunnelPeriod.extend({
  pipelineId: z.string(),
  before: FunnelPeriod.optional().describe('The same of the period of the same length just before.'),
});
export type FunnelReport = z.infer<typeof FunnelReport>;

type Shown = Pick<Pipeline['stages'][number], 'id' | 'name' | 'kind'>;
function stageFigures({ id, name, kind }: Shown, measures: Measures): z.infer<typeof FunnelStage> {
  const of = (measure: string) => measures[`${measure}.${id}`] ?? 0;
  const ended = (measure: string) => total(histogramOf(measures, `${measure}.${id}`));
  const [entered, stands, lostHere] = [of('in'), of('stands'), of('lostFrom')];
  const [won, lost] = [ended('inWon'), ended('inLost')];
  const left = entered - stands;
  return {
    ...{ stageId: id, name, kind, entered, stands, lostHere, won },
    ...(kind === 'open' && left > 0 && { conversion: (left - lostHere) / left }),
    ...(won + lost > 0 && { winRate: won / (won + lost) }),
    days: spreadOf(histogramOf(measures, `stay.${id}`)),
  };
}

const goneStage = (id: string): Shown => ({ id, name: id, kind: 'open' });
/** The pipeline's stages, and behind them those that it has no more and that deals were in. */
function stagesIn({ stages }: Pipeline, measures: Measures): Shown[] {
  const known = new Set(stages.map(({ id }) => id));
  const entered = Object.keys(measures).flatMap((name) => (name.startsWith('in.') ? [name.slice(3)] : []));
  return [
    ...stages,
    ...entered
      .filter((id) => !known.has(id))
      .toSorted()
      .map(goneStage),
  ];
}
const funnelOf = (pipeline: Pipeline, measures: Measures) => ({
  opened: measures.opened ?? 0,
  stages: stagesIn(pipeline, measures).map((stage) => stageFigures(stage, measures)),
});

const byOpened = (a: { opened: number }, b: { opened: number }) => b.opened - a.opened;
export function funnelPeriod(pipeline: Pipeline, { period, whole, split }: SplitCells): FunnelPeriod {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    ...funnelOf(pipeline, all),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...funnelOf(pipeline, measures) }))
        .filter(({ opened }) => opened > 0)
        .toSorted(byOpened),
    }),
  };
}
