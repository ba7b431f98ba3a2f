import * as z from 'zod';
import { checkNames } from '../checks/checks.ts';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { monthsOf, type Period, ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

const count = z.int().optional();
const share = z.number().optional().describe('Of all of them, 0 to 1.');
/** What is known of the contacts that came in a period, by now. What tells of a field that somebody may not see is left out. */
export const QualityFigures = z.object({
  contacts: z.int(),
  withEmail: count,
  withPhone: count,
  withOwner: count,
  withSource: count.describe(
    'Of whom more is known than how they came in: what somebody said, a link, a site.',
  ),
  emailRate: share,
  phoneRate: share,
  ownerRate: share,
  sourceRate: share,
});
type QualityFigures = z.infer<typeof QualityFigures>;

const Check = z.object({
  check: z.enum(checkNames),
  found: z.int().describe('Contacts in which it is found at present, whenever they came.'),
  share: share,
});
const QualityRow = QualityFigures.extend({
  value: z.string().nullable().describe('Null: those of which nothing is said.'),
});
export const QualityReport = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: QualityFigures,
  rows: z
    .array(QualityRow)
    .optional()
    .describe('By the values of what it is split by, the most contacts first.'),
  months: z.array(QualityFigures.extend({ month: ShownMonth })).describe('By the month in which they came.'),
  checks: z.array(Check).describe('What the data check finds in contacts, the most first.'),
});

/** The fields that each figure tells of. */
export const qualityFields = {
  email: ['emails'],
  phone: ['phones'],
  owner: [],
  source: ['source', 'leadSource'],
} as const;
export type Known = keyof typeof qualityFields;
/** The figures that somebody may see. */
export type QualitySight = ReadonlySet<Known>;

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
function qualityFigures(measures: Measures, sees: QualitySight): QualityFigures {
  const { leads = 0 } = measures;
  const figures = [...sees].flatMap((name): [string, number][] => {
    const known = measures[`has.${name}`] ?? 0;
    const rate: [string, number][] = leads > 0 ? [[`${name}Rate`, known / leads]] : [];
    return [[`with${capital(name)}`, known], ...rate];
  });
  return { contacts: leads, ...Object.fromEntries(figures) };
}

export function qualityFiguresOf({ whole, split }: SplitCells, period: Period, sees: QualitySight) {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    whole: qualityFigures(all, sees),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...qualityFigures(measures, sees) }))
        .toSorted((a, b) => b.contacts - a.contacts),
    }),
    months: monthsOf(period).map((month) => ({
      month,
      ...qualityFigures(whole.get(wholeValue)?.get(month) ?? {}, sees),
    })),
  };
}

type Counted = { records: number; found: Partial<Record<(typeof checkNames)[number], number>> };
/** What was found, with its share of all records. */
export const checksFound = ({ records, found }: Counted) =>
  checkNames
    .flatMap((check) => {
      const { [check]: times } = found;
      return times === undefined
        ? []
        : [{ check, found: times, ...(records > 0 && { share: times / records }) }];
    })
    .toSorted((a, b) => b.found - a.found);
