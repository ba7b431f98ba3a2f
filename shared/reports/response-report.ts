import * as z from 'zod';
import { type Measures, overMonths, rowsOf, wholeValue } from './cube.ts';
import { histogramOf, spreadOf, total } from './histogram.ts';
import { monthsOf, ShownMonth } from './period.ts';
import type { SplitCells } from './sales-report.ts';

const minutes = z.number().optional();
const share = z.number().optional();
/** How soon those were answered who first came to us in a period. */
export const ResponseFigures = z.object({
  asked: z
    .int()
    .describe('Contacts that first came in the period: with a form, a mail, or a call that nobody took.'),
  answered: z.int().describe('Those of them whom a person answered, whenever that was.'),
  onlyAutomatic: z.int().describe('Those whom nothing but automatic mails answered.'),
  unanswered: z.int().describe('Those whom nothing answered yet.'),
  medianMinutes: minutes.describe(
    'Until a person answered, of those whom one did: rounded up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above.',
  ),
  withinHour: share.describe('Of all that came, those whom a person answered within 60 minutes, 0 to 1.'),
  withinDay: share.describe('Within 24 hours.'),
  automatic: z.int().describe('Those whom an automatic mail answered, whether a person did as well or not.'),
  automaticMedianMinutes: minutes,
});
type ResponseFigures = z.infer<typeof ResponseFigures>;

const ResponseRow = ResponseFigures.extend({
  value: z.string().nullable().describe('Null: those of which nothing is said.'),
});
const ResponsePeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: ResponseFigures,
  rows: z.array(ResponseRow).optional().describe('By the values of what it is split by, the most first.'),
});
export const ResponseReport = ResponsePeriod.extend({
  months: z.array(ResponseFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: ResponsePeriod.optional().describe('The same of the period of the same length just before.'),
});

function responseFigures(measures: Measures): ResponseFigures {
  const { asked = 0, alone = 0 } = measures;
  const [person, automatic] = [histogramOf(measures, 'person'), histogramOf(measures, 'automatic')];
  const answered = total(person);
  const within = (most: number) => total(new Map([...person].filter(([after]) => after <= most))) / asked;
  const [byPerson, byRule] = [spreadOf(person), spreadOf(automatic)];
  return {
    ...{ asked, answered, onlyAutomatic: alone, unanswered: asked - answered - alone },
    ...(byPerson && { medianMinutes: byPerson.median }),
    ...(asked > 0 && { withinHour: within(60), withinDay: within(1440) }),
    automatic: total(automatic),
    ...(byRule && { automaticMedianMinutes: byRule.median }),
  };
}

export function responsePeriod({ period, whole, split }: SplitCells) {
  const all = overMonths(whole.get(wholeValue));
  const rows = split && rowsOf(all, split);
  return {
    ...period,
    whole: responseFigures(all),
    ...(rows && {
      rows: rows
        .map(({ value, measures }) => ({ value, ...responseFigures(measures) }))
        .toSorted((a, b) => b.asked - a.asked),
    }),
  };
}
export const responseMonths = ({ period, whole }: SplitCells) =>
  monthsOf(period).map((month) => ({
    month,
    ...responseFigures(whole.get(wholeValue)?.get(month) ?? {}),
  }));
