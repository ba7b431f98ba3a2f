import * as z from 'zod';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { centsIn } from './money.ts';
import { ShownMonth } from './period.ts';
import { Money, type SplitCells } from './sales-report.ts';
import type { Target } from './target.ts';

const Done = z.object({
  won: z.int(),
  lost: z.int(),
  winRate: z.number().optional(),
  wonCents: Money.optional().describe('Absent for whom amounts are hidden.'),
});
const Aim = z.object({
  wonCount: z.int().optional(),
  wonCents: Money.optional(),
});
const Reached = z.object({
  wonCount: z.number().optional().describe('Won of what was aimed at: 1 is all of it.'),
  wonCents: z.record(z.string(), z.number()).optional(),
});
const Measured = Done.extend({
  target: Aim.optional().describe('What was to be reached in the months of the period, added up.'),
  reached: Reached.optional(),
});
const PerformancePeriod = Measured.extend({
  from: ShownMonth,
  to: ShownMonth,
  rows: z
    .array(Measured.extend({ value: z.string().nullable().describe('Null: nobody’s deals.') }))
    .describe(
      'Each user or team that one may see, those without a deal and with a target too, the most won first.',
    ),
});
type PerformancePeriod = z.infer<typeof PerformancePeriod>;
export const PerformanceReport = PerformancePeriod.extend({
  pipelineId: z.string(),
  before: PerformancePeriod.optional().describe('The same of the period of the same length just before.'),
});
export type PerformanceReport = z.infer<typeof PerformanceReport>;

function doneIn(measures: Measures, seesMoney: boolean): z.infer<typeof Done> {
  const { won = 0, lost = 0 } = measures;
  return {
    ...{ won, lost },
    ...(won + lost > 0 && { winRate: won / (won + lost) }),
    ...(seesMoney && { wonCents: centsIn(measures, 'won') }),
  };
}

/** Targets of several months as one. */
function together(targets: readonly Target[]): z.infer<typeof Aim> | undefined {
  const counts = targets.flatMap(({ wonCount }) => wonCount ?? []);
  const wonCents: Record<string, number> = {};
  for (const { wonCents: cents, currency } of targets)
    if (cents !== undefined) wonCents[currency] = (wonCents[currency] ?? 0) + cents;
  const hasMoney = Object.keys(wonCents).length > 0;
  if (counts.length === 0 && !hasMoney) return undefined;
  return {
    ...(counts.length > 0 && { wonCount: counts.reduce((sum, count) => sum + count, 0) }),
    ...(hasMoney && { wonCents }),
  };
}

function measured(
  measures: Measures,
  targets: readonly Target[],
  seesMoney: boolean,
): z.infer<typeof Measured> {
  const done = doneIn(measures, seesMoney);
  const aim = together(targets);
  if (!aim) return done;
  const { wonCount, wonCents } = aim;
  const shares = Object.entries(wonCents ?? {}).flatMap(([currency, cents]) =>
    cents > 0 ? [[currency, (done.wonCents?.[currency] ?? 0) / cents] as const] : [],
  );
  return {
    ...done,
    target: { ...(wonCount !== undefined && { wonCount }), ...(seesMoney && wonCents && { wonCents }) },
    reached: {
      ...(wonCount && { wonCount: done.won / wonCount }),
      ...(seesMoney && shares.length > 0 && { wonCents: Object.fromEntries(shares) }),
    },
  };
}

/**
 * Targets that are of a pipeline: those of it, and in months in which there is none for it those of all pipelines, by whose they
 * are (`''`: the workspace's).
 */
function aimsOf(targets: readonly Target[], pipelineId: string): Map<string, Target[]> {
  const of = ({ userId, teamId }: Target) => userId ?? teamId ?? '';
  const own = targets.filter((target) => target.pipelineId === pipelineId);
  const has = new Set(own.map((target) => `${of(target)} ${target.month}`));
  const others = targets.filter(
    (target) => target.pipelineId === undefined && !has.has(`${of(target)} ${target.month}`),
  );
  return Map.groupBy([...own, ...others], of);
}

/** How far users or teams have come, against what they were to reach. */
export function performancePeriod(
  pipelineId: string,
  { period, whole, split }: SplitCells & { split: NonNullable<SplitCells['split']> },
  targets: readonly Target[],
  seesMoney: boolean,
): PerformancePeriod {
  const all = overMonths(whole.get(wholeValue));
  const aims = aimsOf(targets, pipelineId);
  const prefix = split.dimension === 'team' ? 'tm_' : 'us_';
  const measures = new Map(rowsOf(all, split).map((row) => [row.value, row.measures]));
  const aimed = [...aims.keys()].filter((id) => id.startsWith(prefix));
  const values = new Set([...measures.keys(), ...aimed]);
  return {
    ...period,
    ...measured(all, aims.get('') ?? [], seesMoney),
    rows: [...values]
      .map((value) => ({
        value,
        ...measured(measures.get(value) ?? {}, (value && aims.get(value)) || [], seesMoney),
      }))
      .toSorted((a, b) => b.won - a.won),
  };
}
