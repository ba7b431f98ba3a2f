import { dateAfter, hasLeapDay, localDate } from '../core/local-day.ts';

const dayMs = 86_400_000;
/** How far ahead a deal counts as closing soon, in days. */
export const daysToClose = 14;
const daysOfBirthdays = 7;

/** Why a line stands there, for programs and in words. Every number of the words is a field, so that other languages can say the same. */
export type Reason = {
  code: string;
  text: string;
  on?: string | undefined;
  days?: number | undefined;
  score?: number | undefined;
  percent?: number | undefined;
  everyDays?: number | undefined;
  risk?: number | undefined;
  turns?: number | undefined;
};

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
const count = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

export function taskReason({ dueOn }: { dueOn?: string | undefined }, today: string): Reason | undefined {
  if (dueOn === undefined || dueOn > today) return undefined;
  if (dueOn === today) return { code: 'task_due_today', text: 'Due today', on: dueOn };
  const days = daysBetween(dueOn, today);
  return { code: 'task_overdue', text: `Overdue for ${count(days)}`, on: dueOn, days };
}
export function promiseReason({ dueOn }: { dueOn: string }, today: string): Reason | undefined {
  if (dueOn > today) return undefined;
  if (dueOn === today) return { code: 'promise_due_today', text: 'Promised for today', on: dueOn };
  const days = daysBetween(dueOn, today);
  return { code: 'promise_overdue', text: `Promised, and overdue for ${count(days)}`, on: dueOn, days };
}
export function idleReason(since: string, now: string): Reason {
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / dayMs));
  return {
    code: 'deal_idle',
    text: `Nothing has happened for too long; a task was made ${count(days)} ago`,
    on: since.slice(0, 10),
    days,
  };
}
export const hotReason = (score: number): Reason => ({
  code: 'hot_lead_untouched',
  text: `A lead with a score of ${score} to whom nobody has spoken`,
  score,
});
export function closingReason(
  { expectedCloseOn: on }: { expectedCloseOn?: string | undefined },
  probability: number | undefined,
  today: string,
): Reason {
  const isSoon = on !== undefined && on <= dateAfter(today, daysToClose);
  if (isSoon && on < today) {
    const days = daysBetween(on, today);
    return { code: 'close_overdue', text: `Was to close ${count(days)} ago`, on, days };
  }
  if (isSoon) {
    const days = daysBetween(today, on);
    return { code: 'closing_soon', text: days === 0 ? 'Closes today' : `Closes in ${count(days)}`, on, days };
  }
  const percent = Math.round((probability ?? 0) * 100);
  return { code: 'likely_won', text: `${percent} % likely to be won`, percent, ...(on && { on }) };
}
export function quietReason(
  { everyDays, lastOrderAt, risk }: { everyDays: number; lastOrderAt: string; risk?: number | undefined },
  now: string,
): Reason {
  const days = Math.floor((Date.parse(now) - Date.parse(lastOrderAt)) / dayMs);
  const leaving = risk === undefined ? '' : `, and leaves with a risk of ${risk} %`;
  const text = `Orders every ${count(everyDays)}; the last order was ${count(days)} ago${leaving}`;
  return {
    code: 'going_quiet',
    text,
    on: lastOrderAt.slice(0, 10),
    days,
    everyDays,
    ...(risk !== undefined && { risk }),
  };
}

const leapDay = '02-29';
/** A month and day in a year; the 29th of February is the 28th where there is none. */
const dayIn = (year: number, monthDay: string) =>
  `${year}-${monthDay === leapDay && !hasLeapDay(year) ? '02-28' : monthDay}`;

/** The week of birthdays that begins today, as stretches of month and day: two where it goes over the end of the year. */
export function birthdayWeek(today: string): { from: string; to: string }[] {
  const last = dateAfter(today, daysOfBirthdays - 1);
  const isLeapDayToo = last === dayIn(Number(last.slice(0, 4)), leapDay);
  const [from, to] = [today.slice(5), isLeapDayToo ? leapDay : last.slice(5)];
  if (from <= to) return [{ from, to: `${to}~` }];
  return [
    { from, to: '12-31~' },
    { from: '01-01', to: `${to}~` },
  ];
}
export function birthdayReason(birthday: string, today: string): Reason {
  const monthDay = birthday.slice(-5);
  const thisYear = Number(today.slice(0, 4));
  const year = dayIn(thisYear, monthDay) < today ? thisYear + 1 : thisYear;
  const on = dayIn(year, monthDay);
  const days = daysBetween(today, on);
  const born = birthday.startsWith('-') ? undefined : Number(birthday.slice(0, 4));
  const turns = born === undefined ? undefined : year - born;
  const when = days === 0 ? 'today' : `in ${count(days)}`;
  const age = turns === undefined ? '' : `, turns ${turns}`;
  return {
    code: 'birthday',
    text: `Birthday ${when}${age}`,
    on,
    days,
    ...(turns !== undefined && { turns }),
  };
}

/** The day that it is where the workspace is. */
export const todayOf = (now: string, timeZone: string) => localDate(now, timeZone);
