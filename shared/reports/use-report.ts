import * as z from 'zod';
import { Day } from '../core/day.ts';
import type { Presence } from '../identity/presence-store.ts';
import type { Deeds } from './activity-report.ts';
import { isIn } from './compared.ts';
import { type Cells, type Measures, type Month, sumOf } from './cube.ts';
import { monthsOf, type Period, ShownMonth } from './period.ts';
import { present } from './task-facts.ts';

const count = z.int();
const tasks = count.optional().describe('Absent where one may not read their tasks.');
/** How somebody uses Rapport. Days and months are UTC. */
const UseFigures = z.object({
  signIns: count,
  days: count.describe('Days on which they were here: signed in, or at work with an earlier sign-in.'),
  activities: count.describe('As the report of activities counts them.'),
  tasksDone: tasks,
});
type UseFigures = z.infer<typeof UseFigures>;
const UseRow = UseFigures.extend({
  value: z.string().describe('The user.'),
  lastSeenOn: Day.optional().describe('The last day of the period on which they were here.'),
  tasksOpen: tasks.describe('At present.'),
  tasksOverdue: tasks.describe('At present: those whose day is over everywhere.'),
});
type UseRow = z.infer<typeof UseRow>;
export const UseReport = z.object({
  from: ShownMonth,
  to: ShownMonth,
  whole: UseFigures.extend({
    users: count.describe('Who may be here, and who were in the period and are no more.'),
    active: count.describe('Those of them who were here in the period.'),
    tasksOpen: tasks,
    tasksOverdue: tasks,
  }),
  rows: z.array(UseRow).describe('By user, the most days first; those who were never here among them.'),
  months: z
    .array(UseFigures.extend({ month: ShownMonth, active: count.describe('How many users were here.') }))
    .describe('Of all of them, month by month.'),
});

/** What is known of the use of those whom somebody may see, by user; tasks where they may be read. */
export type Use = {
  userIds: readonly string[];
  here: ReadonlyMap<string, readonly Presence[]>;
  activities: Cells;
  tasks?: Cells | undefined;
  tasksTold: Pick<Deeds['tasksTold'], 'of'>;
};

const added = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
const inPeriod = (cells: Cells | undefined, user: string, period: Period): Measures =>
  sumOf([...(cells?.get(user) ?? [])].filter(([month]) => isIn(period, month)).map(([, one]) => one));

const tellsTasksOf = ({ tasks, tasksTold }: Use, user: string): boolean =>
  tasks !== undefined && tasksTold.of(user);

function figuresOf(use: Use, user: string, period: Period): UseFigures {
  const { here, activities, tasks: all } = use;
  const own = (here.get(user) ?? []).filter(({ month }) => isIn(period, month));
  return {
    signIns: added(own.map(({ signIns }) => signIns)),
    days: added(own.map(({ days }) => days.length)),
    activities: added(Object.values(inPeriod(activities, user, period))),
    ...(tellsTasksOf(use, user) && { tasksDone: inPeriod(all, user, period).done ?? 0 }),
  };
}

function rowOf(use: Use, user: string, period: Period): UseRow {
  const days = (use.here.get(user) ?? []).flatMap((one) => one.days);
  const lastSeenOn = days.toSorted().at(-1);
  const { open = 0, overdue = 0 } = use.tasks?.get(user)?.get(present) ?? {};
  return {
    value: user,
    ...figuresOf(use, user, period),
    ...(lastSeenOn && { lastSeenOn }),
    ...(tellsTasksOf(use, user) && { tasksOpen: open, tasksOverdue: overdue }),
  };
}

const sumUp = (all: readonly UseFigures[], seesTasks: boolean): UseFigures => {
  const of = (name: keyof UseFigures) => added(all.map((one) => one[name] ?? 0));
  return {
    ...{ signIns: of('signIns'), days: of('days'), activities: of('activities') },
    ...(seesTasks && { tasksDone: of('tasksDone') }),
  };
};
const standing = (rows: readonly UseRow[]) => {
  const of = (name: 'tasksOpen' | 'tasksOverdue') => added(rows.map((row) => row[name] ?? 0));
  return { tasksOpen: of('tasksOpen'), tasksOverdue: of('tasksOverdue') };
};

const activeIn = (all: readonly UseFigures[]) => all.filter(({ days }) => days > 0).length;
const byDays = (a: UseRow, b: UseRow) =>
  b.days - a.days || b.activities - a.activities || (a.value < b.value ? -1 : 1);

export function useReport(use: Use, period: Period) {
  const rows = use.userIds.map((user) => rowOf(use, user, period)).toSorted(byDays);
  const seesTasks = use.tasks !== undefined && use.userIds.every((user) => tellsTasksOf(use, user));
  return {
    ...period,
    whole: {
      ...{ users: rows.length, active: activeIn(rows) },
      ...sumUp(rows, seesTasks),
      ...(seesTasks && standing(rows)),
    },
    rows,
    months: monthsOf(period).map((month: Month) => {
      const all = use.userIds.map((user) => figuresOf(use, user, { from: month, to: month }));
      return { month, active: activeIn(all), ...sumUp(all, seesTasks) };
    }),
  };
}
