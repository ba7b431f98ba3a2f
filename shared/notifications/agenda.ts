import { dateAfter, localDate, momentOn, weekdayOf } from '../core/local-day.ts';
import type { Item } from '../core/projection.ts';
import type { AgendaHours } from './agenda-hours.ts';

/** Beside a user, the last day that is done: in the transaction of its mail. `version` counts its writes. */
export const agendaSk = 'AGENDA';
export type AgendaDone = { version: number; day?: string };
export const agendaDoneOf = (item: Item | undefined): AgendaDone =>
  item ? { version: Number(item.version), day: String(item.day) } : { version: 0 };

type Asking = { createdAt: string; hours: AgendaHours; timeZone: string; done: AgendaDone };
/**
 * When the next is due (ISO 8601 UTC): on the first of their days behind the last that is done, or that begins once they are there. Undefined
 * for who wants none.
 */
export function agendaDueAt({ createdAt, hours, timeZone, done }: Asking): string | undefined {
  const { on, at, days } = hours;
  if (!on) return undefined;
  const first = done.day ? dateAfter(done.day, 1) : localDate(createdAt, timeZone);
  return Array.from({ length: 8 }, (_, n) => dateAfter(first, n))
    .filter((day) => days.includes(weekdayOf(day)))
    .map((day) => momentOn(day, at, timeZone))
    .find((moment) => done.day !== undefined || moment >= createdAt);
}

/**
 * What is to be done at a moment at which one is due: the mail of that very day, however late, and none of a day that is over. `day` is
 * done then.
 */
export function agendaAt(now: string, { at, days }: AgendaHours, timeZone: string) {
  const today = localDate(now, timeZone);
  const isToday = days.includes(weekdayOf(today)) && momentOn(today, at, timeZone) <= now;
  return isToday ? { sends: true, day: today } : { sends: false, day: dateAfter(today, -1) };
}
