import * as z from 'zod';
import { type Goals, goalsIn, heldTo, heldToGoals } from './activity-goals.ts';
import { isIn } from './compared.ts';
import { type Cells, type Measures, type Month, noValue, sumOf } from './cube.ts';
import { monthsOf, type Period, ShownMonth } from './period.ts';
import type { Target } from './target.ts';

const count = z.int();
/** What was done in a period: each activity once, in the month in which it happened. */
export const ActivityFigures = z.object({
  activities: count.describe('All of the kinds below but tasks.'),
  calls: count.describe('Of any direction, those of which none was said among them.'),
  callsInbound: count,
  callsOutbound: count,
  mails: count,
  mailsInbound: count,
  mailsOutbound: count,
  meetings: count,
  notes: count,
  formSubmissions: count,
  posts: count,
  ratings: count,
  tasksDone: count.optional().describe('Of their owners; absent for who may not read tasks.'),
});
export type ActivityFigures = z.infer<typeof ActivityFigures>;

const Held = ActivityFigures.extend(heldToGoals);
const ActivityRow = Held.extend({
  value: z.string().nullable().describe('Null: what nobody did; by team also of who is in none.'),
});
const ActivityPeriod = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: Held,
  rows: z
    .array(ActivityRow)
    .optional()
    .describe(
      'By the values of what it is split by, the most first; also those who did nothing and were to do something.',
    ),
});
export const ActivityReport = ActivityPeriod.extend({
  months: z.array(ActivityFigures.extend({ month: ShownMonth })).describe('Of the whole, month by month.'),
  before: ActivityPeriod.optional().describe('The same of the period of the same length just before.'),
});

/** What each has done, by month; tasks where they may be read. */
export type Deeds = {
  activities: Cells;
  tasks?: Cells | undefined;
  /** Of whose tasks one is told: of a doer, and of all together of whose activities one is. */
  tasksTold: { of: (doer: string) => boolean; ofAll: boolean };
};
const ways = ['', '.inbound', '.outbound'];
const allOf = (measures: Measures, kind: string) =>
  ways.reduce((sum, way) => sum + (measures[kind + way] ?? 0), 0);

function activityFigures(measures: Measures, done: Measures | undefined): ActivityFigures {
  const of = (name: string) => measures[name] ?? 0;
  return {
    activities: sum(Object.values(measures)),
    calls: allOf(measures, 'call'),
    ...{ callsInbound: of('call.inbound'), callsOutbound: of('call.outbound') },
    mails: allOf(measures, 'email'),
    ...{ mailsInbound: of('email.inbound'), mailsOutbound: of('email.outbound') },
    meetings: allOf(measures, 'meeting'),
    notes: allOf(measures, 'note'),
    formSubmissions: allOf(measures, 'form_submission'),
    posts: allOf(measures, 'social_post'),
    ratings: allOf(measures, 'rating'),
    ...(done && { tasksDone: done.done ?? 0 }),
  };
}
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);

/** Of the cells of some values, those of the months of a period, added up. */
function within(cells: Cells | undefined, values: ReadonlySet<string>, period: Period): Measures {
  const all = [...(cells ?? [])].filter(([value]) => values.has(value)).flatMap(([, months]) => [...months]);
  return sumOf(all.filter(([month]) => isIn(period, month)).map(([, measures]) => measures));
}
const figuresOf = (
  { activities, tasks, tasksTold }: Deeds,
  values: ReadonlySet<string>,
  period: Period,
  isTold = tasksTold.ofAll,
) =>
  activityFigures(
    within(activities, values, period),
    tasks && isTold ? within(tasks, values, period) : undefined,
  );

const doersOf = ({ activities, tasks }: Deeds): Set<string> =>
  new Set([...activities.keys(), ...(tasks?.keys() ?? [])]);

type Row = z.infer<typeof ActivityRow>;
const amountOf = ({ activities, tasksDone = 0 }: Row) => activities + tasksDone;
const byAmount = (a: Row, b: Row) =>
  amountOf(b) - amountOf(a) || ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1);

/** Who is asked about, and what they were to do. */
export type Aimed = {
  /** Under which name somebody's deeds stand; none where nothing is split. */
  nameOf?: ((doer: string) => string) | undefined;
  /** Those that are of a name of the split, or of the whole. */
  targets: readonly Target[];
  /** Whose the whole is: a user's; `''` the workspace's. None where it is of some, who have no goal together. */
  whole?: string | undefined;
};

/** A row a value, of those too that have a goal alone. */
function rowsOf(
  deeds: Deeds,
  period: Period,
  nameOf: (doer: string) => string,
  aims: ReadonlyMap<string, Goals>,
): Row[] {
  const groups = Map.groupBy(doersOf(deeds), nameOf);
  const { of, ofAll } = deeds.tasksTold;
  const isTold = (name: string, doers: readonly string[]) =>
    ofAll || doers.every((doer) => doer === name && of(doer)); // in a team there may be others, of whose tasks nothing is known
  const names = new Set([...groups.keys(), ...aims.keys()]);
  return [...names]
    .map((name) => {
      const doers = groups.get(name) ?? [];
      const figures = figuresOf(deeds, new Set(doers), period, isTold(name, doers));
      return { value: name === noValue ? null : name, ...figures, ...heldTo(aims.get(name), figures) };
    })
    .filter((row) => amountOf(row) > 0 || row.target)
    .toSorted(byAmount);
}

export function activityPeriod(deeds: Deeds, period: Period, { nameOf, targets, whole }: Aimed) {
  const aims = goalsIn(targets, period);
  const figures = figuresOf(deeds, doersOf(deeds), period);
  const ofRows = new Map([...aims].filter(([name]) => name !== ''));
  return {
    ...period,
    whole: { ...figures, ...(whole !== undefined && heldTo(aims.get(whole), figures)) },
    ...(nameOf && { rows: rowsOf(deeds, period, nameOf, ofRows) }),
  };
}
export const activityMonths = (deeds: Deeds, period: Period) =>
  monthsOf(period).map((month: Month) => ({
    month,
    ...figuresOf(deeds, doersOf(deeds), { from: month, to: month }),
  }));
