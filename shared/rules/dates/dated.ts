import * as z from 'zod';
import type { Item } from '../../core/projection.ts';
import type { Turn } from './date-turn.ts';

/** Beside a rule: which day it comes to next. In the transaction of what is done with it, so that a day is done with once. */
export const datedSk = 'DATED';
export const DateMark = z.object({
  /** Counts its writes. */
  version: z.int(),
  /** The version of the rule that it is for. */
  number: z.int(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  /** Behind which place of the day's index it goes on. */
  after: z.string().optional(),
});
export type DateMark = z.infer<typeof DateMark>;
export const dateMarkOf = (item: Item | undefined): DateMark | undefined => item && DateMark.parse(item);

/** The mark that a turn begins with. */
export const markAt = ({ day, at }: Turn, number: number, before: DateMark | undefined): DateMark => ({
  version: (before?.version ?? 0) + 1,
  number,
  day,
  at,
});

type Live = { state: string; live?: { number: number } | undefined };
/** When a rule's next day is due; never where the version that is live waits for none. */
export const dateDueAt = ({ state, live }: Live, mark: DateMark | undefined): string | undefined =>
  state === 'live' && mark !== undefined && mark.number === live?.number ? mark.at : undefined;
