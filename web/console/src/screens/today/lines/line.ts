import type { Contact, Deal, Task, Today, TodayReason } from '../../../../../client/src/index.ts';
import { type AnyRecord, titleOf } from '../../../api/kinds.ts';
import { daysBetween } from '../../../parts/format.ts';

/** The API's reasons, and those of tasks that are not due yet, which the console knows by itself. */
type Because = Partial<Omit<TodayReason, 'code'>> & {
  code: TodayReason['code'] | 'task_due' | 'task_undated' | 'idle_task';
};
type Of =
  | { kind: 'task'; record: Task }
  | { kind: 'deal'; record: Deal }
  | { kind: 'contact'; record: Contact };
/** What asks for attention, whom it is about, and why. */
export type Line = Of & {
  key: string;
  reason: Because;
  contactId: string | undefined;
  companyId: string | undefined;
  dealId: string | undefined;
};

function taskReason({ dueOn, origin }: Task, today: string): Because {
  if (origin === 'idle_deal') return { code: 'idle_task' };
  if (!dueOn) return { code: 'task_undated' };
  const days = daysBetween(dueOn, today);
  if (days > 0) return { code: 'task_overdue', on: dueOn, days };
  return { code: days === 0 ? 'task_due_today' : 'task_due', on: dueOn };
}
const taskLine = (task: Task, today: string): Line => {
  const { contactId, companyId, dealId } = task;
  const reason = taskReason(task, today);
  return { kind: 'task', record: task, key: task.id, reason, contactId, companyId, dealId };
};

type Given = Today['callToday'][number];
function givenLine(given: Exclude<Given, { type: 'task' }>, section: string): Line {
  const { reason } = given;
  const key = `${section} ${given.record.id}`;
  if (given.type === 'deal') {
    const { contactId, companyId, id } = given.record;
    return { kind: 'deal', record: given.record, key, reason, contactId, companyId, dealId: id };
  }
  const { id, companyId } = given.record;
  return { kind: 'contact', record: given.record, key, reason, contactId: id, companyId, dealId: undefined };
}

/** Whom tasks of a later day are about: they are planned for then, and are not to be called today. */
function plannedFor(tasks: Task[], today: string): Set<string> {
  const later = tasks.filter(({ status, dueOn }) => status === 'open' && dueOn && dueOn > today);
  return new Set(
    later.flatMap(({ contactId, dealId }) => [contactId, dealId].filter((id) => id !== undefined)),
  );
}

const isIdleTask = (task: Task, today: string) =>
  task.origin === 'idle_deal' && task.dueOn !== undefined && task.dueOn <= today;

/** The sections of the API, without tasks: those stand among all of one's own, but for those that an idle deal made. */
export function sectionsOf(answer: Today | undefined, tasks: Task[], today: string) {
  const planned = plannedFor(tasks, today);
  const isFree = ({ record, kind }: Line) => !planned.has(record.id) || kind === 'task';
  const others = (answer?.callToday ?? []).flatMap((given) =>
    given.type === 'task' ? [] : [givenLine(given, 'call')],
  );
  const idle = tasks.filter((task) => isIdleTask(task, today)).map((task) => taskLine(task, today));
  return {
    callToday: [...idle, ...others].filter(isFree),
    closingSoon: (answer?.closingSoon ?? []).map((given) => givenLine(given, 'closing')),
    goingQuiet: (answer?.goingQuiet ?? []).map((given) => givenLine(given, 'quiet')).filter(isFree),
    birthdays: (answer?.birthdays ?? []).map((given) => givenLine(given, 'birthday')),
  };
}

export const groups = ['overdue', 'dueToday', 'tomorrow', 'week', 'later'] as const;
type Group = (typeof groups)[number];
function groupOf({ dueOn }: Task, today: string): Group {
  if (!dueOn) return 'later';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'dueToday';
  if (days === 1) return 'tomorrow';
  return days <= 7 ? 'week' : 'later';
}
const noDay = '9999-12-31'; // behind every day
const dueKey = ({ dueOn, id }: Task) => `${dueOn ?? noDay} ${id}`;
const byDue = (a: Task, b: Task) => (dueKey(a) < dueKey(b) ? -1 : 1);

/** One's own tasks by when they are due, the most urgent first. */
export function taskGroups(tasks: Task[], today: string): Record<Group, Line[]> {
  const result: Record<Group, Line[]> = { overdue: [], dueToday: [], tomorrow: [], week: [], later: [] };
  for (const task of [...tasks].sort(byDue)) {
    if (!isIdleTask(task, today)) result[groupOf(task, today)].push(taskLine(task, today));
  }
  return result;
}

export const lineTitle = ({ kind, record }: Line) => titleOf(kind, record as unknown as AnyRecord);

/** A day so many days behind another, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The next day on which a week begins; 0 is a Sunday. */
export function nextWeek(today: string, startsOn: number): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return dayAfter(today, (startsOn - weekday + 7) % 7 || 7);
}
