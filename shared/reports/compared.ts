import * as z from 'zod';
import type { Cells, Month } from './cube.ts';
import { type Period, periodBefore } from './period.ts';
import type { SplitCells } from './sales-report.ts';

export const CompareQuery = {
  compare: z.literal('before').optional().describe('With the period of the same length just before.'),
};

export const isIn = ({ from, to }: Period, month: Month): boolean => from <= month && month <= to;

const cut = (cells: Cells, period: Period): Cells =>
  new Map(
    [...cells].map(([value, months]) => [
      value,
      new Map([...months].filter(([month]) => isIn(period, month))),
    ]),
  );

/** Of what was read of a longer period, what is of this one. */
export const cutTo = ({ whole, split }: SplitCells, period: Period): SplitCells => ({
  period,
  whole: cut(whole, period),
  split: split && { ...split, cells: cut(split.cells, period) },
});

type Asked = { compare?: 'before' | undefined };
/** The one period that is to be read: with the one before it where they are to be compared, for they lie side by side. */
export const periodToRead = (period: Period, { compare }: Asked): Period =>
  compare ? { from: periodBefore(period).from, to: period.to } : period;

/** Answers for the period, and in `before` for the one before it where that was asked for. */
export function compared<Figures extends object>(
  period: Period,
  { compare }: Asked,
  figuresOf: (period: Period) => Figures,
): Figures & { before?: Figures } {
  return { ...figuresOf(period), ...(compare && { before: figuresOf(periodBefore(period)) }) };
}
